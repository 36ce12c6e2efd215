using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Law;

/// <summary>What the law says of changes to contracts (A11-07, A11-08).</summary>
public sealed class ContractChangeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static ContractModification Change(Regime regime, decimal before, decimal after, int daysBefore = 1000, int daysAfter = 1000) =>
        new(RuleSet.On(Today, regime), new Money(before), new Money(after), daysBefore, daysAfter, new Money(663_540m));

    private static string[] Codes(ContractModification change) => [.. ContractChange.Weigh(change).Blocks.Select(b => b.Code)];

    [Fact]
    public void Light_touch_is_free_to_change_but_not_to_change_its_supplier()
    {
        Assert.Empty(Codes(Change(Regime.LightTouch, 1_000_000m, 3_000_000m, daysAfter: 3000)));
        Assert.False(ContractChange.Weigh(Change(Regime.LightTouch, 1m, 2m)).ChangeNotice);
        Assert.Equal(["SUPPLIER_CHANGE"], Codes(Change(Regime.LightTouch, 1_000_000m, 1_000_000m) with { OtherSupplier = true }));
        Assert.Empty(Codes(Change(Regime.LightTouch, 1_000_000m, 1_000_000m) with { OtherSupplier = true, SupplierRestructured = true }));
    }

    [Fact]
    public void A_small_contract_that_would_grow_to_the_threshold_needs_a_ground()
    {
        Assert.Empty(Codes(Change(Regime.BelowThreshold, 600_000m, 663_539.99m)));
        Assert.Equal(["CONVERTIBLE"], Codes(Change(Regime.BelowThreshold, 600_000m, 663_540m)));
        Assert.Empty(Codes(Change(Regime.BelowThreshold, 600_000m, 663_540m) with { ScheduleEightGround = "urgency" }));
    }

    [Fact]
    public void Under_the_full_rules_a_tenth_of_the_term_is_the_limit()
    {
        Assert.Empty(Codes(Change(Regime.Full, 5_000_000m, 7_000_000m, daysAfter: 1100)));
        Assert.Equal(["CHANGE_SUBSTANTIAL"], Codes(Change(Regime.Full, 5_000_000m, 7_000_000m, daysAfter: 1101)));
        Assert.Equal(["CHANGE_SUBSTANTIAL"], Codes(Change(Regime.Full, 5_000_000m, 7_000_000m, daysAfter: 899)));
        Assert.True(ContractChange.Weigh(Change(Regime.Full, 1m, 2m)).ChangeNotice);
    }

    [Fact]
    public void A_Schedule_8_ground_adds_at_most_half()
    {
        ContractModification half = Change(Regime.Full, 10_000_000m, 15_000_000m, daysAfter: 2000) with { ScheduleEightGround = "unforeseeable circumstances" };

        Assert.Empty(Codes(half));
        Assert.Equal(["CHANGE_TOO_LARGE"], Codes(half with { ValueAfter = new Money(15_000_000.01m) }));
    }

    [Fact]
    public void Adding_value_to_a_change_never_makes_it_lawful() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 2_000_000).ToArbitrary(),
        Gen.Choose(0, 2_000_000).ToArbitrary(),
        Gen.Choose(0, 500_000).ToArbitrary(),
        (before, added, more) => Codes(Change(Regime.BelowThreshold, before, before + added)).Length <= Codes(Change(Regime.BelowThreshold, before, before + added + more)).Length));
}
