using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Telling;

/// <summary>How a price came to its points, with the figures that went into the published formula, so that the reader can check it (A10-02).</summary>
internal static class PriceWords
{
    public static string Of(LotRecord record, RankedTender row, string formula)
    {
        if (row.Rank is null)
        {
            return "The price was not scored, because the bid was disqualified before prices were compared.";
        }

        return row.Price is { } price ? $"The price assessed is {price}. {formula} {Against(record)}".TrimEnd() : $"The price offered, put into the published formula. {formula}";
    }

    private static string Against(LotRecord record)
    {
        decimal[] prices = [.. record.Ranking.Rows.Where(r => r.Rank is not null && r.Price is not null).Select(r => r.Price!.Value.Amount)];
        if (prices.Length == 0)
        {
            return "";
        }

        (Money lowest, Money highest) = (new Money(prices.Min()), new Money(prices.Max()));
        return record.Lot.PriceMethod.Method.ToUpperInvariant() switch
        {
            "LOWESTPRICE" or "DIFFERENTIAL" => $"The lowest compliant price is {lowest}.",
            "LINEAR" => $"The lowest compliant price is {lowest}, the highest {highest}.",
            "MEAN" => $"The mean of the {prices.Length} compliant prices is {new Money(decimal.Round(prices.Sum() / prices.Length, 4))}.",
            "CEILINGFLOOR" or "BENCHMARK" => "Ceiling, floor and benchmark are those published.",
            _ => "",
        };
    }
}
