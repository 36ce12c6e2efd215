using Portal.Domain.Awards.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>A person with delegated authority, who did not put it forward, decides a direct award once its transparency notice is public. A user-choice award has no notices and may be signed at once (A9-06).</summary>
public sealed class DecideDirectAward(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string reason, CancellationToken stop = default)
    {
        (Tender tender, DirectAward direct) = await db.LoadDirectAward(actor, tenderRef, stop);
        DelegatedAuthority.MustCover(actor, tender.NetValue);
        RuleBroken.If(direct.WhatBlocksDecision());
        Award award = await db.LoadAward(tender.Id, 0, stop);
        DateTimeOffset now = clock.GetUtcNow();
        award.Decide(tender, reason, actor, now);
        if (!tender.OwesNotices)
        {
            tender.ForgoStandstill(now);
        }

        db.Add(Message.ToOrganisation(
            direct.Supplier, Role.ProviderBidder, $"{tender.Title}: the authority has decided to award you the contract", "Open the agreement to see what comes before the signatures, and to sign when it may be signed.", $"/direct-awards/{tender.Ref}/agreement", now, $"direct/{tender.Ref}/{direct.Supplier.Value}"));
        await db.Save(actor, stop);
    }
}
