using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>The published price method of a lot with its numbers, and what it says of single bids and nil prices.</summary>
public sealed record PriceRule(PriceMethod Method, decimal Weight)
{
    public Money? Ceiling { get; init; }

    public Money? Floor { get; init; }

    public Money? Benchmark { get; init; }

    /// <summary>C1-05: a price above the ceiling is rejected only if the documents say so.</summary>
    public bool RejectAboveCeiling { get; init; }

    public PriceException SingleBid { get; init; }

    public PriceException NilPrice { get; init; }

    /// <summary>Methods without a weight of their own: quality alone decides, or is divided into the price.</summary>
    public bool CarriesNoWeight => Method is PriceMethod.PricePerQualityPoint or PriceMethod.FixedPrice;

    /// <summary>A price per quality point is the better the lower it is (C1-07); every other score the higher.</summary>
    public bool LowestWins => Method == PriceMethod.PricePerQualityPoint;

    public bool Rejects(Money price) => RejectAboveCeiling && Ceiling is { } ceiling && price > ceiling;

    /// <summary>What is wrong with the rule itself, before any bid is seen.</summary>
    public IReadOnlyList<Reason> Faults() => [.. WeightFaults(), .. CeilingFaults(), .. BenchmarkFaults()];

    private IEnumerable<Reason> WeightFaults()
    {
        if (Weight is < 0 or > 100)
        {
            yield return new Reason("WEIGHT_RANGE", "Enter a weight between 0 and 100", "A4-12", "weight");
        }
    }

    private IEnumerable<Reason> CeilingFaults()
    {
        if (Method == PriceMethod.CeilingFloor && Ceiling is null)
        {
            yield return new Reason("CEILING_MISSING", "This method needs a ceiling", "C1-05", "ceiling");
        }

        if (Method == PriceMethod.CeilingFloor && Floor is null)
        {
            yield return new Reason("FLOOR_MISSING", "This method needs a floor", "C1-05", "floor");
        }

        if (Ceiling is { } ceiling && Floor is { } floor && ceiling <= floor)
        {
            yield return new Reason("CEILING_NOT_ABOVE_FLOOR", "The ceiling must be above the floor", "C1-05", "ceiling");
        }
    }

    private IEnumerable<Reason> BenchmarkFaults()
    {
        if (Method == PriceMethod.Benchmark && Benchmark is null)
        {
            yield return new Reason("BENCHMARK_MISSING", "This method needs a benchmark price", "C1-06", "benchmark");
        }

        if (Method == PriceMethod.Benchmark && Benchmark is { Amount: <= 0 })
        {
            yield return new Reason("BENCHMARK_NIL", "The benchmark price must be above zero", "C1-06", "benchmark");
        }
    }
}
