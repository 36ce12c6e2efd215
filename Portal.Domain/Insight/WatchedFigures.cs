using Portal.Domain.Kernel;

namespace Portal.Domain.Insight;

/// <summary>How often somebody's placements went by a reasoned exception: an authority, a provider or an approver.</summary>
public sealed record OverrideFigures(string Name, int Overrides, int Of)
{
    /// <summary>In every hundred; null where there was nothing.</summary>
    public decimal? Rate => Of == 0 ? null : decimal.Round(Overrides * 100m / Of, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What became of appeals to the duty panels.</summary>
public sealed record AppealFigures(int Lodged, int Answered, int Upheld, int Late)
{
    public decimal? UpheldRate => Answered == 0 ? null : decimal.Round(Upheld * 100m / Answered, 1, MidpointRounding.AwayFromZero);
}

/// <summary>A provider that declined a referral and within four weeks sold a place for such a need off framework.</summary>
public sealed record DeclinedThenSold(string Provider, int Times, Money HighestPrice);

/// <summary>An authority's children who were searched for type by type, with gaps: reported, never enforced (seed 001).</summary>
public sealed record SequentialSearches(string Authority, int Children, int LongestGapDays);

/// <summary>Children of an authority who were placed by emergency more than once.</summary>
public sealed record RepeatEmergencies(string Authority, int Children, int Most);

/// <summary>An approver whose approvals came within minutes of a block on the same placement.</summary>
public sealed record QuickApprovals(string Approver, int Times, int ShortestMinutes);

/// <summary>The figures that the gate's contract says are watched, for one scope.</summary>
public sealed record WatchedFigures
{
    public required IReadOnlyList<OverrideFigures> ByAuthority { get; init; }

    public required IReadOnlyList<OverrideFigures> ByProvider { get; init; }

    public required IReadOnlyList<OverrideFigures> ByApprover { get; init; }

    public required AppealFigures Appeals { get; init; }

    public required PremiumFigures Premium { get; init; }

    public required IReadOnlyList<DeclinedThenSold> DeclinedThenSold { get; init; }

    public required IReadOnlyList<SequentialSearches> Sequential { get; init; }

    public required IReadOnlyList<RepeatEmergencies> Repeats { get; init; }

    public required IReadOnlyList<QuickApprovals> Quick { get; init; }
}
