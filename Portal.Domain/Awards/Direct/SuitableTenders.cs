using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
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

            IReadOnlyList<LotRanking> rankings = await db.RankingsOf(tender.Id, stop);
            if (rankings.Any(lot => lot.Rows.Any(row => row.Rank is not null)))
            {
                found.Add(new Reason("SUITABLE_TENDER", "A suitable tender is ranked. While one is, the competition is awarded and section 43 does not apply.", "A9-08"));
            }

            return found;
        }
    }
}
