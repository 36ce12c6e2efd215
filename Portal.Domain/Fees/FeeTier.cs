using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Who must sign a fee, by its size (care-sector §2.4, fee tiers).</summary>
public enum FeeTier
{
    /// <summary>At or below the lot's ceiling and £7,500 a week.</summary>
    Ordinary,

    /// <summary>Above the lot's ceiling, or above £7,500 a week, or not comparable.</summary>
    Raised,

    /// <summary>£10,000 a week or more: the Local Government Association's high-cost line (care-sector §1.4).</summary>
    HighCost,
}

/// <summary>The fee tiers as a table that finance and lawyers can read. The approver grows with the fee; somebody of finance checks every fee (care-sector §5: approver and finance checker are different people).</summary>
public static class FeeTiers
{
    /// <summary>Pounds a week above which a director and finance sign (care-sector §2.4).</summary>
    public static readonly Money RaisedAbove = new(7_500m);

    /// <summary>Pounds a week from which the co-operative signs too (care-sector §2.4).</summary>
    public static readonly Money HighCostFrom = new(10_000m);

    private static readonly Dictionary<FeeTier, Role[]> Signers = new()
    {
        [FeeTier.Ordinary] = [Role.HeadOfService, Role.Finance],
        [FeeTier.Raised] = [Role.Director, Role.Finance],
        [FeeTier.HighCost] = [Role.Director, Role.RccCommissioner, Role.Finance],
    };

    /// <summary>The tier of a fee. A price per hour or session has no weekly figure and cannot be shown to be ordinary.</summary>
    public static FeeTier Of(Money fee, string unit, Money? ceiling)
    {
        Money? weekly = Weekly(fee, unit);
        if (weekly >= HighCostFrom)
        {
            return FeeTier.HighCost;
        }

        return weekly is null || weekly > RaisedAbove || fee > ceiling ? FeeTier.Raised : FeeTier.Ordinary;
    }

    /// <summary>The roles that must sign, each a different person; a lifetime value above the light-touch threshold adds legal (care-sector §2.4).</summary>
    public static IReadOnlyList<Role> SignersOf(FeeTier tier, bool aboveThreshold) => aboveThreshold ? [.. Signers[tier], Role.Legal] : Signers[tier];

    /// <summary>The fee for seven days: a weekly fee divided by seven is the daily rate (care-sector §1.3); null for units that are not of time in the home.</summary>
    public static Money? Weekly(Money fee, string unit) =>
        PlacementValue.UnitsPerWeek(unit) is { } units ? new Money(decimal.Round(fee.Amount * units, 4, MidpointRounding.AwayFromZero)) : null;
}
