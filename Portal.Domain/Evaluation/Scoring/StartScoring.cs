using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Scoring;

/// <summary>Lets the evaluators begin, once participation is decided for every bidder (C2-03).</summary>
public sealed class StartScoring(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        RuleBroken.If(await WhatBlocks(tender, stop));
        tender.StartScoring(clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    /// <summary>Everything that is missing before scoring can start.</summary>
    public async Task<IReadOnlyList<Reason>> WhatBlocks(Tender tender, CancellationToken stop = default)
    {
        List<Reason> blocks = [];
        HashSet<LotId> ended = [.. tender.LotsEnded.Select(l => l.Id)];
        HashSet<OrganisationId> bidders = [.. (await db.OpenedBidsOf(tender.Id, stop)).Where(b => !ended.Contains(b.Lot)).Select(b => b.Bidder)];
        int undecided = bidders.Count(b => !db.ParticipationDecisions.Any(d => d.Tender == tender.Id && d.Bidder == b && d.Times > 0));
        if (undecided > 0)
        {
            blocks.Add(new Reason("UNDECIDED", $"Decide participation for {undecided} more {(undecided == 1 ? "bidder" : "bidders")}.", "C2-03"));
        }
        else if ((await db.BidsToAssess(tender.Id, stop)).Count == 0)
        {
            blocks.Add(new Reason("NO_BIDDER", "No bidder has qualified, so there is nothing to score. End the procurement, or decide again.", "A9-08"));
        }

        if (tender.Team.Count(m => m.Part == TeamPart.Evaluator) < 2)
        {
            blocks.Add(new Reason("TOO_FEW_EVALUATORS", "At least two evaluators score each question.", "C2-04"));
        }

        if (tender.Team.All(m => m.Part != TeamPart.Moderator))
        {
            blocks.Add(new Reason("NO_MODERATOR", "Name a moderator, who does not score.", "C2-05"));
        }

        return blocks;
    }
}
