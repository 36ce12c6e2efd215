using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>A bid that loses and yet decides who wins: without it another bid would be first. Only methods that compare prices with each other do this.</summary>
public sealed record RankReversal(string LosingBid, string? WinnerWithout, string? WinnerWith)
{
    public static IReadOnlyList<RankReversal> Find(LotMethodology methodology, IReadOnlyList<LotBid> bids, LotOutcome outcome) =>
    [
        .. outcome.Ranking.Where(r => r.Bid != outcome.Winner)
            .Select(r => new RankReversal(r.Bid, WinnerAmong(methodology, [.. bids.Where(b => b.Bid != r.Bid)]), outcome.Winner))
            .Where(r => r.WinnerWithout is not null && r.WinnerWithout != r.WinnerWith)
            .OrderBy(r => r.LosingBid, StringComparer.Ordinal),
    ];

    /// <summary>The winner, or null where there is none or the method has no score for these bids.</summary>
    internal static string? WinnerAmong(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        try
        {
            return LotEvaluation.Evaluate(methodology, bids).Winner;
        }
        catch (RuleBroken)
        {
            return null;
        }
    }
}
