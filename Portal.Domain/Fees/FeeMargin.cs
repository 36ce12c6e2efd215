using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>The margin in a weekly fee, at the occupancy stated and with every place filled: (fee − cost) ÷ fee (care-sector §5).</summary>
public sealed record FeeMargin(Money WeeklyFee, CostSheet Sheet)
{
    /// <summary>Average margin of the 15 largest providers' homes, per cent (Competition and Markets Authority 2022; care-sector §1.4).</summary>
    public const decimal MarketHomes = 22.6m;

    /// <summary>Average margin of independent fostering agencies, per cent (Competition and Markets Authority 2022; care-sector §1.4).</summary>
    public const decimal MarketFostering = 19.4m;

    /// <summary>The margin that the co-operative expects, per cent (care-sector §5: a policy line, "say 10 %").</summary>
    public const decimal Expected = 10m;

    // Management charge above this part of the fee is flagged, per cent (care-sector §5).
    private const decimal MostManagement = 8m;

    public Money CostPerPlace => PerPlace(Sheet.TotalPerWeek, Sheet.Occupied);

    public Money CostPerPlaceWhenFull => PerPlace(Sheet.TotalPerWeek, Sheet.Places);

    /// <summary>Per cent, one decimal; below nought when the fee does not cover the cost.</summary>
    public decimal Stated => Margin(CostPerPlace);

    public decimal WhenFull => Margin(CostPerPlaceWhenFull);

    public Money ManagementPerPlace => PerPlace(new Money(Sheet.Lines.Where(l => l.Kind == CostKind.ManagementCharge).Sum(l => l.PerWeek.Amount)), Sheet.Occupied);

    /// <summary>What finance should ask about.</summary>
    public IReadOnlyList<string> Flags(bool fostering)
    {
        decimal market = fostering ? MarketFostering : MarketHomes;
        List<string> flags = [];
        if (Stated > Expected)
        {
            flags.Add($"The margin is above the expected {Expected:0.#} %" + (Stated > market ? $" and above the market’s {market:0.#} %." : "."));
        }

        if (ManagementPerPlace.Amount * 100m > WeeklyFee.Amount * MostManagement)
        {
            flags.Add($"The management charge is more than {MostManagement:0.#} % of the fee.");
        }

        if (Sheet.RelatedPerWeek > Money.Zero)
        {
            flags.Add($"{Sheet.RelatedPerWeek} a week is paid to firms of the same owner; see whether profit is disguised as cost.");
        }

        return flags;
    }

    private static Money PerPlace(Money perWeek, decimal places) => new(decimal.Round(perWeek.Amount / places, 2, MidpointRounding.AwayFromZero));

    private decimal Margin(Money cost) =>
        WeeklyFee > Money.Zero ? decimal.Round((WeeklyFee.Amount - cost.Amount) / WeeklyFee.Amount * 100m, 1, MidpointRounding.AwayFromZero) : 0m;
}
