using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>What relative methods take from the prices of the frozen compliant set: least, least above nil, greatest, mean.</summary>
public sealed record PricePool(int Count, Ratio Lowest, Ratio LowestAboveNil, Ratio Highest, Ratio Mean)
{
    public static PricePool Of(IReadOnlyList<PricedBid> bids)
    {
        if (bids.Count == 0)
        {
            return new PricePool(0, default, default, default, default);
        }

        decimal[] prices = [.. bids.Select(b => b.Price.Amount)];
        return new PricePool(
            prices.Length,
            prices.Min(),
            prices.Where(p => p > 0).DefaultIfEmpty(0).Min(),
            prices.Max(),
            Ratio.FromDecimal(prices.Sum()) / prices.Length);
    }
}
