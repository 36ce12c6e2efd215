using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A quality criterion as published: its weight, the top of its scale, the step between scores, and the minimum below which a bid is out.</summary>
public sealed record QualityCriterion(string Id, decimal Weight, decimal Scale, decimal? Minimum = null, decimal Step = 1)
{
    public bool IsOnScale(decimal score) => score >= 0 && score <= Scale && ((Step == 1 && score.Scale == 0) || (Step > 0 && score % Step == 0));

    public bool Fails(decimal score) => score < Minimum;

    /// <summary>C1-09: W × s ÷ s_max.</summary>
    public Ratio Points(decimal score) => Ratio.FromDecimal(Weight) * score / Scale;
}

/// <summary>A rung of the published tie ladder (C2-11). Refer settles nothing: a person decides.</summary>
public enum TieRung
{
    HigherQualityTotal,
    HeaviestCriterion,
    LowerPrice,
    Refer,
}

/// <summary>Whether bids tie when their exact totals are equal, or already when their rounded totals are (C2-10).</summary>
public enum TiesOn
{
    Rounded,
    Exact,
}

/// <summary>How the bids of a lot are assessed, as published and frozen: criteria, price method, rounding, tie ladder, abnormally-low screen.</summary>
public sealed record LotMethodology(string Lot, IReadOnlyList<QualityCriterion> Quality)
{
    /// <summary>The price criterion's id; null where a lot is judged on quality alone.</summary>
    public string? PriceCriterion { get; init; }

    public PriceRule? Price { get; init; }

    public int Decimals { get; init; } = 2;

    public TiesOn TiesOn { get; init; }

    public IReadOnlyList<TieRung> TieLadder { get; init; } = [];

    /// <summary>C2-14: a bid below this percentage of the mean of the other compliant bids is flagged, never rejected by it.</summary>
    public decimal? AbnormallyLowPercent { get; init; }

    public bool LowestWins => Price is { LowestWins: true };

    public bool NeedsPrices => Price is not null && Price.Method != PriceMethod.FixedPrice;

    /// <summary>The heaviest quality criterion's place; of equal weights the first listed; -1 without any.</summary>
    public int Heaviest => Quality.Count == 0 ? -1 : Quality.Index().MaxBy(c => c.Item.Weight).Index;

    /// <summary>What is wrong with the methodology; an empty list is a methodology that can be published.</summary>
    public IReadOnlyList<Reason> Faults() => [.. Quality.SelectMany(CriterionFaults), .. Price?.Faults() ?? [], .. WeightFaults()];

    private static IEnumerable<Reason> CriterionFaults(QualityCriterion criterion)
    {
        if (criterion.Weight is < 0 or > 100)
        {
            yield return new Reason("WEIGHT_RANGE", $"{criterion.Id}: enter a weight between 0 and 100", "A4-12", "criteria");
        }

        if (criterion.Scale <= 0)
        {
            yield return new Reason("SCALE_RANGE", $"{criterion.Id}: the top of the scale must be above zero", "C2-01", "criteria");
            yield break;
        }

        if (criterion.Step <= 0 || criterion.Scale % criterion.Step != 0)
        {
            yield return new Reason("STEP_RANGE", $"{criterion.Id}: the scale must be a whole number of steps", "C2-01", "criteria");
        }

        if (criterion.Minimum < 0 || criterion.Minimum > criterion.Scale)
        {
            yield return new Reason("MINIMUM_OFF_SCALE", $"{criterion.Id}: the minimum must be on the scale", "A4-11", "criteria");
        }
    }

    private IEnumerable<Reason> WeightFaults()
    {
        decimal quality = Quality.Sum(c => c.Weight);
        decimal price = Price?.Weight ?? 0;
        if (Price is { CarriesNoWeight: true } && price != 0)
        {
            yield return new Reason("PRICE_WEIGHT_NOT_ZERO", "With this price method the price criterion's weight is 0 and the quality weights add up to 100", "C1-07", "criteria");
        }
        else if (quality + price != 100)
        {
            yield return new Reason("WEIGHTS_NOT_100", FormattableString.Invariant($"The weights add up to {quality + price}; they must add up to 100"), "A4-12", "criteria");
        }
    }
}
