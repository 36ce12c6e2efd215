using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>The formulas of C1-01 to C1-07, each exact. A nil price reaches a dividing formula only where the published rule gives it full marks.</summary>
public static class PriceFormulas
{
    /// <summary>C1-01: W × Pmin ÷ P.</summary>
    public static Ratio LowestPrice(Ratio weight, Ratio lowest, Ratio price) => price.IsZero ? weight : weight * lowest / price;

    /// <summary>C1-02: W × (Pmax − P) ÷ (Pmax − Pmin).</summary>
    public static Ratio Linear(Ratio weight, Ratio lowest, Ratio highest, Ratio price) =>
        highest == lowest ? weight : weight * (highest - price) / (highest - lowest);

    /// <summary>C1-03: W × (1 − (P − Pmin) ÷ Pmin), not below 0.</summary>
    public static Ratio Differential(Ratio weight, Ratio lowest, Ratio price) =>
        price.IsZero ? weight : Ratio.Clamp(weight * (1 - ((price - lowest) / lowest)), Ratio.Zero, weight);

    /// <summary>C1-04: 50 − 100 × (P − mean) ÷ mean, kept within 0 to 100, × W ÷ 100.</summary>
    public static Ratio Mean(Ratio weight, Ratio mean, Ratio price) =>
        mean.IsZero ? weight : weight * Ratio.Clamp(50 - (100 * (price - mean) / mean), 0, 100) / 100;

    /// <summary>C1-05: W × (ceiling − P) ÷ (ceiling − floor), kept within 0 to W.</summary>
    public static Ratio CeilingFloor(Ratio weight, Ratio ceiling, Ratio floor, Ratio price) =>
        Ratio.Clamp(weight * (ceiling - price) / (ceiling - floor), Ratio.Zero, weight);

    /// <summary>C1-06: W × the lesser of 1 and B ÷ P.</summary>
    public static Ratio Benchmark(Ratio weight, Ratio benchmark, Ratio price) =>
        price.IsZero ? weight : weight * Ratio.Min(Ratio.One, benchmark / price);

    /// <summary>C1-07: P ÷ Q.</summary>
    public static Ratio PerQualityPoint(Ratio price, Ratio quality) => price / quality;
}
