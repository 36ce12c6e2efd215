using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>What the portal itself knows of the tenders that came, when a competition is to be left for a direct award (A9-08, s.43).</summary>
public static class SuitableTenders
{
    extension(PortalDb db)
    {
        /// <summary>Everything that keeps a direct award from being put forward.</summary>
        public async Task<IReadOnlyList<Reason>> WhatBlocksPuttingForward(Tender tender, DirectAward direct, DateTimeOffset now, CancellationToken stop = default) =>
            direct.Stage == DirectAwardStage.Justifying && tender.IsPublished
                ? [.. direct.WhatBlocks(tender, now), .. await db.WhatTheCompetitionBrought(tender, stop)]
                : direct.WhatBlocks(tender, now);

        private async Task<IReadOnlyList<Reason>> WhatTheCompetitionBrought(Tender tender, CancellationToken stop)
        {
            List<Reason> found = [];
            if (tender.Stage == TenderStage.Closed && await db.SealedBids.AnyAsync(b => b.Tender == tender.Id && b.Status == SealedBidStatus.InTime, stop))
            {
                found.Add(new Reason("UNOPENED", "Tenders came in time and are sealed. Open them and look at them first: only then can it be said that none is suitable.", "A9-08"));
            }

            found.AddRange(await db.UndecidedTenders(tender, stop));
            IReadOnlyList<LotRanking> rankings = await db.RankingsOf(tender.Id, stop);
            if (rankings.Any(lot => lot.Rows.Any(row => row.Rank is not null)))
            {
                found.Add(new Reason("SUITABLE_TENDER", "A suitable tender is ranked. While one is, the competition is awarded and section 43 does not apply.", "A9-08"));
            }

            return found;
        }

        // A tender that nobody has ruled out with a reason may be suitable, ranked or not.
        private async Task<IReadOnlyList<Reason>> UndecidedTenders(Tender tender, CancellationToken stop)
        {
            IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(tender.Id, stop);
            List<ParticipationDecision> decisions = await db.ParticipationDecisions.AsNoTracking().Where(d => d.Tender == tender.Id).ToListAsync(stop);
            IReadOnlyList<BidCase> cases = await db.CasesOf(tender.Id, stop);
            HashSet<SubmissionId> unranked = [.. (await db.RankingsOf(tender.Id, stop)).SelectMany(r => r.Rows).Where(r => r.Rank is null).Select(r => r.Submission)];
            OpenedBid[] open = [.. bids.Where(bid => !IsOut(bid, decisions, cases, unranked))];
            return open.Length == 0 ? [] :
            [
                new Reason("UNDECIDED_TENDER", $"{open.Length} tender{(open.Length == 1 ? " is" : "s are")} not ruled out ({string.Join(", ", open.Select(b => $"lot {b.LotNumber} {b.Alias}"))}). Section 43 applies only when each is unsuitable, with its reason on the record: a condition not met, an exclusion, a case decided against it, or the criteria.", "A9-08"),
            ];
        }
    }

    private static bool IsOut(OpenedBid bid, List<ParticipationDecision> decisions, IReadOnlyList<BidCase> cases, HashSet<SubmissionId> unranked) =>
        decisions.Exists(d => d.Bidder == bid.Bidder && d.Outcome != ParticipationOutcome.Qualified) || cases.Any(c => c.TakesOut(bid)) || unranked.Contains(bid.Id);
}
