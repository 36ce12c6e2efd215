using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>The published price rule with what it takes from the compliant set, made ready to give one price after another its points, not brought to lowest terms.</summary>
internal sealed class PricePoints(PriceRule rule, PricePool pool)
{
    // C1-01 is W × Pmin ÷ P: what stands above is the same for every price.
    private readonly Ratio weightOfLowest = rule.Method == PriceMethod.LowestPrice ? rule.Weight * pool.LowestAboveNil : Ratio.Zero;

    /// <summary>What <see cref="PriceScoring.Exact"/> gives; null where the method gives none.</summary>
    public Unreduced? Of(PricedBid bid) =>
        rule.Method == PriceMethod.LowestPrice && bid.Price.Amount > 0 ? Unreduced.Divided(weightOfLowest, bid.Price.Amount)
        : PriceScoring.Exact(rule, pool, bid) is { } score ? Unreduced.Of(score)
        : null;
}
