using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation;

/// <summary>The bids that are assessed: opened, for a lot that goes on, of suppliers that qualified, and not disregarded by a decided case.</summary>
public static class AssessedBids
{
    extension(PortalDb db)
    {
        public async Task<IReadOnlyList<OpenedBid>> BidsToAssess(TenderId tender, CancellationToken stop = default) =>
            await db.Assessed(tender, await db.OpenedBidsOf(tender, stop), stop);

        public async Task<IReadOnlyList<OpenedBid>> BidsToAssess(TenderId tender, LotId lot, CancellationToken stop = default) =>
            await db.Assessed(tender, await db.OpenedBidsOn(lot, tender, stop), stop);

        private async Task<IReadOnlyList<OpenedBid>> Assessed(TenderId tender, IReadOnlyList<OpenedBid> opened, CancellationToken stop)
        {
            IReadOnlySet<OrganisationId> qualified = await db.QualifiedBidders(tender, stop);
            List<BidCase> against = await db.BidCases.AsNoTracking().Where(c => c.Tender == tender && c.Outcome == CaseOutcome.Disregarded).ToListAsync(stop);
            HashSet<LotId> ended = [.. await db.Set<Lot>().Where(l => l.Tender == tender && l.Ended != null).Select(l => l.Id).ToListAsync(stop)];
            return [.. opened.Where(b => qualified.Contains(b.Bidder) && !ended.Contains(b.Lot) && !against.Exists(c => c.TakesOut(b)))];
        }

        /// <summary>The bid that people know as "Bidder A" on this lot.</summary>
        public async Task<OpenedBid> BidToAssess(Tender tender, Lot lot, string alias, CancellationToken stop = default) =>
            (await db.BidsToAssess(tender.Id, lot.Id, stop)).FirstOrDefault(b => AliasInAddress(b) == alias) ?? throw new NotFound("That bid");

        public async Task<ScoreSheet?> SheetOf(TenderId tender, LotId lot, PersonId evaluator, CancellationToken stop = default) =>
            await db.ScoreSheets.Include(s => s.Scores).SingleOrDefaultAsync(s => s.Tender == tender && s.Lot == lot && s.Evaluator == evaluator, stop);

        /// <summary>The evaluator's sheet with the one score that is wanted, however many it holds.</summary>
        public async Task<ScoreSheet?> SheetOf(TenderId tender, LotId lot, PersonId evaluator, SubmissionId bid, string criterion, CancellationToken stop = default) =>
            await db.ScoreSheets.Include(s => s.Scores.Where(g => g.Submission == bid && g.Criterion == criterion)).SingleOrDefaultAsync(s => s.Tender == tender && s.Lot == lot && s.Evaluator == evaluator, stop);

        public async Task<Moderation?> ModerationOf(TenderId tender, LotId lot, CancellationToken stop = default) =>
            await db.Moderations.Include(m => m.Consensus).SingleOrDefaultAsync(m => m.Tender == tender && m.Lot == lot, stop);
    }

    /// <summary>"Bidder A" is <c>bidder-a</c> in an address.</summary>
    public static string AliasInAddress(OpenedBid bid) => bid.Alias.Replace(' ', '-').ToLowerInvariant();
}
