using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Evaluation;

/// <summary>How far an evaluator is with a lot, from counts by bid: the scores themselves stay in the database, however many bids there are.</summary>
internal sealed class SheetProgress(PortalDb db, ScoreSheetId? sheet, Lot lot, IReadOnlyList<OpenedBid> bids, IReadOnlyDictionary<SubmissionId, int> complete)
{
    public int Complete => complete.Values.Sum();

    public static async Task<SheetProgress> Of(PortalDb db, ScoreSheetId? sheet, Lot lot, IReadOnlyList<OpenedBid> bids, CancellationToken cancel) => new(
        db, sheet, lot, bids, await CompleteOf(db, sheet).GroupBy(g => g.Submission).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel));

    /// <summary>The next score that is missing, after this one and then from the beginning; null when none is missing but this.</summary>
    public async Task<(OpenedBid Bid, string Criterion)?> Next(OpenedBid here, string criterion, CancellationToken cancel)
    {
        string[] codes = [.. lot.QualityCriteria.Select(c => c.Code)];
        int at = bids.Index().Where(b => b.Item.Id == here.Id).Select(b => b.Index).FirstOrDefault();
        foreach (OpenedBid bid in bids.Skip(at).Concat(bids.Take(at)).Where(b => complete.GetValueOrDefault(b.Id) < codes.Length))
        {
            HashSet<string> done = [.. await CompleteOf(db, sheet).Where(g => g.Submission == bid.Id).Select(g => g.Criterion).ToListAsync(cancel)];
            if (codes.FirstOrDefault(code => !done.Contains(code) && (bid.Id != here.Id || code != criterion)) is { } missing)
            {
                return (bid, missing);
            }
        }

        return null;
    }

    private static IQueryable<GivenScore> CompleteOf(PortalDb db, ScoreSheetId? sheet) =>
        db.Set<GivenScore>().AsNoTracking().Where(g => g.Sheet == sheet && g.Score != null && g.Reason != "");
}
