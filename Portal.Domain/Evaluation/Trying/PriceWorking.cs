using System.Globalization;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>The sum that gives a price its points, written out with the numbers in it (C1-01 to C1-08).</summary>
public static class PriceWorking
{
    public static string Of(PriceRule rule, PricePool pool, PricedBid bid)
    {
        string weight = rule.Weight.ToString("0.####", CultureInfo.InvariantCulture);
        string price = Amount(bid.Price.Amount);
        string lowest = Amount(pool.LowestAboveNil);
        return rule.Method switch
        {
            PriceMethod.LowestPrice => $"{weight} × {lowest} ÷ {price}",
            PriceMethod.Linear => $"{weight} × ({Amount(pool.Highest)} − {price}) ÷ ({Amount(pool.Highest)} − {Amount(pool.Lowest)})",
            PriceMethod.Differential => $"{weight} × (1 − ({price} − {lowest}) ÷ {lowest}), not below 0",
            PriceMethod.Mean => $"(50 − 100 × ({price} − {Amount(pool.Mean)}) ÷ {Amount(pool.Mean)}), from 0 to 100, × {weight} ÷ 100",
            PriceMethod.CeilingFloor => $"{weight} × ({Amount(rule.Ceiling!.Value.Amount)} − {price}) ÷ ({Amount(rule.Ceiling.Value.Amount)} − {Amount(rule.Floor!.Value.Amount)}), from 0 to {weight}",
            PriceMethod.Benchmark => $"{weight} × the lesser of 1 and {Amount(rule.Benchmark!.Value.Amount)} ÷ {price}",
            PriceMethod.PricePerQualityPoint => $"{price} ÷ {bid.Quality!.Value.ToFixed(2)} quality points",
            _ => "The price is fixed and not scored",
        };
    }

    private static string Amount(Ratio amount) => "£" + decimal.Parse(amount.ToFixed(2), CultureInfo.InvariantCulture).ToString("#,##0.##", CultureInfo.InvariantCulture);
}
