using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>A modification of a running contract (s.74), as the law weighs it: what it was worth and how long, what it becomes, and whether who supplies changes.</summary>
public sealed record ContractModification(RuleSet Rules, Money ValueBefore, Money ValueAfter, int DaysBefore, int DaysAfter, Money Threshold)
{
    public bool OtherSupplier { get; init; }

    public bool SupplierRestructured { get; init; }

    public bool ScopeMateriallyChanged { get; init; }

    public bool EconomicBalanceChanged { get; init; }

    /// <summary>A ground of Schedule 8 that the authority relies on; null when it relies on none.</summary>
    public string? ScheduleEightGround { get; init; }
}

/// <summary>What the law says of a change: what forbids it, and whether a change notice (UK10) comes before it.</summary>
public sealed record ChangeFindings(IReadOnlyList<Reason> Blocks, bool ChangeNotice);

/// <summary>Weighs changes to contracts (A11-07, s.74 and Schedule 8; A11-08, s.75).</summary>
public static class ContractChange
{
    /// <summary>A longer or shorter term than by this many per cent is substantial (s.74(3)).</summary>
    public const int SubstantialTermPercent = 10;

    /// <summary>Value added under Schedule 8 for known risks, the unforeseeable, or additional supplies may not exceed this many per cent.</summary>
    public const int ScheduleEightPercent = 50;

    /// <summary>Below-threshold change for goods and services: this many per cent in sum.</summary>
    public const int SmallChangePercent = 10;

    public static ChangeFindings Weigh(ContractModification change)
    {
        List<Reason> blocks = [.. OfTheSupplier(change), .. OfThreshold(change)];
        if (change.Rules.Regime == Regime.Full && IsSubstantial(change) && !IsSmall(change))
        {
            blocks.AddRange(OfScheduleEight(change));
        }

        return new ChangeFindings(blocks, change.Rules.ChangeNotice);
    }

    /// <summary>Term by more than a tenth, scope, or economic balance (s.74(3)).</summary>
    public static bool IsSubstantial(ContractModification change) =>
        change.ScopeMateriallyChanged || change.EconomicBalanceChanged || Math.Abs(change.DaysAfter - change.DaysBefore) * 100L > (long)change.DaysBefore * SubstantialTermPercent;

    private static bool IsSmall(ContractModification change) =>
        !change.ScopeMateriallyChanged && Added(change) < change.Threshold.Amount && Added(change) * 100m <= change.ValueBefore.Amount * SmallChangePercent;

    private static decimal Added(ContractModification change) => Math.Abs(change.ValueAfter.Amount - change.ValueBefore.Amount);

    // Light touch is free to change, but not to change who supplies (s.74(9)).
    private static IEnumerable<Reason> OfTheSupplier(ContractModification change)
    {
        if (change is { OtherSupplier: true, SupplierRestructured: false })
        {
            yield return new Reason("SUPPLIER_CHANGE", "Another supplier may take a contract over only when the first is restructured. Otherwise this is a new award.", "A11-07", "supplier");
        }
    }

    // A contract below the threshold that a change would carry past it is convertible (s.74(1)-(2)).
    private static IEnumerable<Reason> OfThreshold(ContractModification change)
    {
        if (change.Rules.Regime == Regime.BelowThreshold && change.ValueAfter >= change.Threshold && string.IsNullOrWhiteSpace(change.ScheduleEightGround))
        {
            yield return new Reason("CONVERTIBLE", $"This change would carry the contract to {change.ValueAfter}, at or past the threshold of {change.Threshold}. It needs a ground for direct award, or a competition.", "A11-07", "value");
        }
    }

    private static IEnumerable<Reason> OfScheduleEight(ContractModification change)
    {
        if (string.IsNullOrWhiteSpace(change.ScheduleEightGround))
        {
            yield return new Reason("CHANGE_SUBSTANTIAL", "This change is substantial. Name the ground of Schedule 8 that permits it, or procure anew.", "A11-07", "ground");
        }
        else if ((change.ValueAfter.Amount - change.ValueBefore.Amount) * 100m > change.ValueBefore.Amount * ScheduleEightPercent)
        {
            yield return new Reason("CHANGE_TOO_LARGE", "A change under Schedule 8 may not add more than half of the contract's value.", "A11-07", "value");
        }
    }
}
