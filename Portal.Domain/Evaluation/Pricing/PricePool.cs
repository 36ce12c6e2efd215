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

        (decimal lowest, decimal above, decimal highest, decimal sum) = (bids[0].Price.Amount, 0, bids[0].Price.Amount, 0);
        for (int i = 0; i < bids.Count; i++)
        {
            decimal price = bids[i].Price.Amount;
            sum += price;
            if (price < lowest)
            {
                lowest = price;
            }
            else if (price > highest)
            {
                highest = price;
            }

            if (price > 0 && (above == 0 || price < above))
            {
                above = price;
            }
        }

        return new PricePool(bids.Count, lowest, above, highest, Ratio.FromDecimal(sum) / bids.Count);
    }
}
