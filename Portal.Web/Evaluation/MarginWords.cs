using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Tenders;

namespace Portal.Web.Evaluation;

/// <summary>How far the first is ahead, and of which totals that is the difference: it may differ in the last place from the difference of the totals printed (C2-10).</summary>
public static class MarginWords
{
    public static string Of(Lot lot, LotRanking ranking)
    {
        if (ranking.Findings.Margin is not { } margin)
        {
            return "There is no second";
        }

        string judged = lot.PriceMethod.TiesOn.Equals(nameof(TiesOn.Exact), StringComparison.OrdinalIgnoreCase)
            ? "Ranks are judged on exact totals too, as published"
            : $"Ranks are judged on totals rounded to {lot.PriceMethod.Decimals} places, as published";
        return $"{margin}, the difference of the exact totals, rounded only to be shown. {judged}.";
    }
}
