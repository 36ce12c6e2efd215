namespace Portal.Domain.Evaluation.Pricing;

/// <summary>How a price becomes a score, as the tender documents publish it (C1-01 to C1-08).</summary>
public enum PriceMethod
{
    LowestPrice,
    Linear,
    Differential,
    Mean,
    CeilingFloor,
    Benchmark,
    PricePerQualityPoint,
    FixedPrice,
}

/// <summary>What the documents say of a case that the method itself leaves undefined; unless they say otherwise it is refused.</summary>
public enum PriceException
{
    Refuse,
    FullMarks,
}
