using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>Finds the prices for which a method has no value. A published rule settles such a case and nothing else: where the formula is defined, the formula stands.</summary>
public static class UndefinedPrices
{
    public static Reason? Why(PriceRule rule, IReadOnlyList<PricedBid> accepted) => rule.Method switch
    {
        _ when accepted.Count == 0 => null,
        PriceMethod.LowestPrice or PriceMethod.Differential or PriceMethod.Benchmark => NilPrice(rule, accepted.Any(b => b.Price == Money.Zero)),
        PriceMethod.Mean => NilPrice(rule, accepted.All(b => b.Price == Money.Zero)),
        PriceMethod.Linear => EqualPrices(rule, accepted),
        PriceMethod.PricePerQualityPoint => ZeroQuality(accepted),
        _ => null,
    };

    private static Reason? NilPrice(PriceRule rule, bool divides) =>
        divides && rule.NilPrice == PriceException.Refuse
            ? new Reason("NIL_PRICE_UNDEFINED", "This method divides by the price, so a nil price has no score. Publish a rule for nil prices or use another method.", "C2-13", "prices")
            : null;

    private static Reason? EqualPrices(PriceRule rule, IReadOnlyList<PricedBid> accepted)
    {
        if (rule.SingleBid == PriceException.FullMarks || accepted.Any(b => b.Price != accepted[0].Price))
        {
            return null;
        }

        return accepted.Count == 1
            ? new Reason("SINGLE_BID_UNDEFINED", "With a single bid the highest and the lowest price are the same, so this method has no score. Publish a rule for single bids.", "C1-02", "prices")
            : new Reason("EQUAL_PRICES_UNDEFINED", "All prices are equal, so this method has no score. Publish a rule for single bids, which settles this too.", "C1-02", "prices");
    }

    private static Reason? ZeroQuality(IReadOnlyList<PricedBid> accepted) =>
        accepted.Where(b => b.Quality is not { Sign: > 0 }).Select(b => b.Bid).FirstOrDefault() is { } bid
            ? new Reason("ZERO_QUALITY_UNDEFINED", $"Bid {bid} has no quality points, so it has no price per quality point. Publish a quality minimum above zero.", "C1-07", "prices")
            : null;
}
