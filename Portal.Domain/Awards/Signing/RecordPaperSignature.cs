using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>The commissioner records that a winner has signed the printed agreement with pen on paper.</summary>
public sealed class RecordPaperSignature(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, OrganisationId party, SignatureGiven given, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        string name = award.Winners.FirstOrDefault(w => w.Bidder == party)?.BidderName ?? throw new NotFound("That supplier");
        RuleBroken.If(await db.WhatStandsAgainst(tender.Id, [party], stop));
        SignatureGiven onPaper = given with { Paper = given.Paper ?? new PaperSignature(null, "") };
        award.SignAsSupplier(tender, onPaper.Under(award.DocumentOf(party)?.Sha256 ?? "", party, name, actor, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
