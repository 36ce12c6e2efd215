using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>What a fee is held against, as it stood when approval was asked; a figure that does not exist is null, never nought.</summary>
/// <param name="Schedule">The home's own price in the framework's schedule.</param>
/// <param name="Ceiling">The lot's published maximum.</param>
/// <param name="Median">The middle of the register's prices for the service type and unit, from five providers up.</param>
/// <param name="Register">The lowest price of the same home on any framework whose terms let buyers see it.</param>
public sealed record FeeComparison(Money? Schedule, Money? Ceiling, Money? Median, Money? Register)
{
    // A fee more than a fifth above the median is looked at (care-sector §5, flags).
    private const decimal OverMedian = 1.20m;

    /// <summary>What finance should look at, in fixed words.</summary>
    public IReadOnlyList<FeeFlag> FlagsOf(Money fee, FeeTier tier, bool aboveThreshold) =>
    [
        .. Above(fee, Schedule, FeeFlag.AboveSchedule),
        .. Above(fee, Ceiling, FeeFlag.AboveCeiling),
        .. Above(fee, Median is { } median ? new Money(decimal.Round(median.Amount * OverMedian, 4)) : null, FeeFlag.FarAboveMedian),
        .. Above(fee, Register, FeeFlag.AboveRegister),
        .. Schedule is null ? [FeeFlag.NoSchedule] : Array.Empty<FeeFlag>(),
        .. tier == FeeTier.HighCost ? [FeeFlag.HighCost] : Array.Empty<FeeFlag>(),
        .. aboveThreshold ? [FeeFlag.AboveThreshold] : Array.Empty<FeeFlag>(),
    ];

    private static FeeFlag[] Above(Money fee, Money? limit, FeeFlag flag) => fee > limit ? [flag] : [];
}

/// <summary>Why a fee deserves a second look.</summary>
public enum FeeFlag
{
    AboveSchedule,
    AboveCeiling,
    FarAboveMedian,
    AboveRegister,
    NoSchedule,
    HighCost,
    AboveThreshold,
}
