using Portal.Domain.Fees;
using Portal.Domain.Kernel;

namespace Portal.Tests.Fees;

public sealed class FeeMarginTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_margin_is_what_the_fee_leaves_after_the_cost_of_an_occupied_place()
    {
        FeeMargin margin = Sheet(new CostLine(CostKind.CareStaff, new Money(12_000m), false), new CostLine(CostKind.Property, new Money(3_000m), true)).MarginOf(new Money(6_000m));

        Assert.Equal((new Money(5_000m), 16.7m), (margin.CostPerPlace, margin.Stated));
        Assert.Equal((new Money(3_750m), 37.5m), (margin.CostPerPlaceWhenFull, margin.WhenFull));
    }

    [Fact]
    public void A_fee_below_cost_has_a_negative_margin() =>
        Assert.Equal(-25m, Sheet(new CostLine(CostKind.CareStaff, new Money(15_000m), false)).MarginOf(new Money(4_000m)).Stated);

    [Fact]
    public void Finance_is_told_of_high_margins_management_charges_and_related_parties()
    {
        CostSheet sheet = Sheet(new CostLine(CostKind.CareStaff, new Money(9_000m), false), new CostLine(CostKind.ManagementCharge, new Money(1_500m), true));

        Assert.Equal(3, sheet.MarginOf(new Money(6_000m)).Flags(fostering: false).Count);
        Assert.Contains("above the market’s 22.6 %", sheet.MarginOf(new Money(6_000m)).Flags(fostering: false)[0], StringComparison.Ordinal);
        Assert.Empty(Sheet(new CostLine(CostKind.CareStaff, new Money(17_000m), false)).MarginOf(new Money(6_000m)).Flags(fostering: false));
    }

    [Theory]
    [InlineData(0, 1, 1, "PLACES")]
    [InlineData(4, 0, 1, "OCCUPANCY")]
    [InlineData(4, 5, 1, "OCCUPANCY")]
    [InlineData(4, 3, 0, "COSTS")]
    [InlineData(4, 3, -1, "COSTS")]
    public void An_impossible_sheet_is_refused(int places, int occupied, int cost, string code)
    {
        RuleBroken refused = Assert.Throws<RuleBroken>(() =>
            CostSheet.State("SC900001", default, (places, occupied), [new CostLine(CostKind.CareStaff, new Money(cost), false)], default, Now));

        Assert.Contains(refused.Reasons, r => r.Code == code);
    }

    private static CostSheet Sheet(params CostLine[] lines) => CostSheet.State("SC900001", default, (4, 3m), lines, default, Now);
}
