using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>A winner signs its printed agreement in the portal once the standstill is over.</summary>
public sealed class SignAsSupplier(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, SignatureGiven given, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadTenderToSign(which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        if (tender.IsDirect && !award.WinningBidders.Contains(actor.Organisation))
        {
            throw new NotFound("That award");
        }

        RuleBroken.If(await db.WhatStandsAgainst(tender.Id, [actor.Organisation], stop));
        string sha256 = award.DocumentOf(actor.Organisation)?.Sha256 ?? "";
        award.SignAsSupplier(tender, (given with { Paper = null }).Under(sha256, actor.Organisation, actor.OrganisationName, actor, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
