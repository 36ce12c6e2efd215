using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>The commissioner records the look at a winner before signature.</summary>
public sealed class RecordDiligence(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, DueDiligence found, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        if (found.Passed)
        {
            RuleBroken.If(await db.WhatStandsAgainst(tender.Id, [found.Bidder], stop));
        }

        award.RecordDiligence(tender, found with { ByName = actor.Name, At = clock.GetUtcNow() });
        await db.Save(actor, stop);
    }
}
