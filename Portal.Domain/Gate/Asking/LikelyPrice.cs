using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Asking;

/// <summary>Tells a price typed in pence, or for a longer time than the unit named, from one that a place can cost. A planned placement is asked to correct it; a child needed now never waits for that.</summary>
public static class LikelyPrice
{
    // Far above the dearest places known (care-sector §1.4: high-cost placements from £10,000 a week).
    private static readonly Dictionary<PriceUnit, decimal> Most = new()
    {
        [PriceUnit.Week] = 100_000m,
        [PriceUnit.Night] = 20_000m,
        [PriceUnit.Day] = 20_000m,
        [PriceUnit.Hour] = 2_000m,
        [PriceUnit.Session] = 5_000m,
        [PriceUnit.Year] = 4_000_000m,
    };

    /// <summary>What to correct; null when nothing is.</summary>
    public static string? WhatIsWrong(Money price, PriceUnit unit, Urgency urgency) => urgency == Urgency.Planned && price.Amount > Most[unit]
        ? $"{price} a {Words.Of(unit)} is more than any place costs. Enter pounds, not pence, and the price of one {Words.Of(unit)}."
        : null;
}
