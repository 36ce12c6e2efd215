using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Law;

/// <summary>How long frameworks last and when open ones are awarded again (A8-04, A8-05).</summary>
public sealed class FrameworkTermTests
{
    private static readonly DateOnly First = new(2027, 4, 1);
    private static readonly RuleSet Light = RuleSet.On(First, Regime.LightTouch);
    private static readonly RuleSet Full = RuleSet.On(First, Regime.Full);

    [Fact]
    public void Four_years_end_the_day_before_the_anniversary()
    {
        Assert.Null(FrameworkTerm.Problem(Full, JoiningRule.Never, First, new DateOnly(2031, 3, 31)));
        Assert.Equal("A8-04", FrameworkTerm.Problem(Full, JoiningRule.Never, First, new DateOnly(2031, 4, 1))?.Rule);
        Assert.Null(FrameworkTerm.Problem(Light, JoiningRule.Never, First, new DateOnly(2041, 3, 31)));
    }

    [Fact]
    public void A_closed_framework_lasts_longer_only_for_a_reason_that_its_notice_states()
    {
        DateOnly tenth = First.AddYears(10);

        Assert.Contains("section 47", FrameworkTerm.Problem(Full, JoiningRule.Never, First, tenth, longerBecause: " ")?.Text, StringComparison.Ordinal);
        Assert.Null(FrameworkTerm.Problem(Full, JoiningRule.Never, First, tenth, longerBecause: "A home takes six years to build and to fill."));
        Assert.Equal("A8-05", FrameworkTerm.Problem(Full, JoiningRule.OpenFramework, First, tenth, longerBecause: "Six years to build.")?.Rule);
        Assert.Equal("A8-07", FrameworkTerm.Problem(Full, JoiningRule.LightTouchFreedom, First, tenth, longerBecause: "Six years to build.")?.Rule);
    }

    [Fact]
    public void An_open_framework_takes_the_eight_years_under_light_touch_too()
    {
        Assert.Null(FrameworkTerm.Problem(Light, JoiningRule.OpenFramework, First, new DateOnly(2035, 3, 31)));
        Assert.Equal("A8-05", FrameworkTerm.Problem(Light, JoiningRule.OpenFramework, First, new DateOnly(2035, 4, 1))?.Rule);
        Assert.Equal("A8-05", FrameworkTerm.Problem(Light, JoiningRule.OpenFramework, First, new DateOnly(2031, 4, 1), singleSupplier: true)?.Rule);
    }

    [Fact]
    public void Only_light_touch_lets_suppliers_join_by_the_frameworks_own_rules()
    {
        Assert.Equal("A8-07", FrameworkTerm.Problem(Full, JoiningRule.LightTouchFreedom, First, First.AddYears(3))?.Rule);
        Assert.Null(FrameworkTerm.Problem(Light, JoiningRule.LightTouchFreedom, First, First.AddYears(10)));
    }

    [Theory]
    [InlineData("2027-04-01", "2030-03-31")]
    [InlineData("2027-04-01 2028-01-10", "2033-01-09")]
    [InlineData("2027-04-01 2028-01-10 2032-05-01", null)]
    [InlineData("2027-04-01 2030-03-31", "2035-03-30")]
    public void The_next_re_opening_is_due_in_three_years_and_then_in_five(string awards, string? due)
    {
        DateOnly[] days = [.. awards.Split(' ').Select(a => DateOnly.ParseExact(a, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(due, FrameworkTerm.ReopenBy(days, new DateOnly(2035, 3, 31))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Another_award_never_makes_the_next_re_opening_due_earlier() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, (365 * 3) - 1).ToArbitrary(),
        Gen.Choose(1, (365 * 4) + 300).ToArbitrary(),
        (second, later) =>
        {
            DateOnly end = First.AddYears(8).AddDays(-1);
            DateOnly[] two = [First, First.AddDays(second)];
            DateOnly before = FrameworkTerm.ReopenBy(two, end) ?? DateOnly.MaxValue;
            DateOnly after = FrameworkTerm.ReopenBy([.. two, First.AddDays(second + later)], end) ?? DateOnly.MaxValue;
            return after >= before;
        }));

    [Fact]
    public void Members_are_carried_only_where_places_are_unlimited()
    {
        Assert.True(FrameworkTerm.MayBeCarried(null));
        Assert.False(FrameworkTerm.MayBeCarried(20));
    }
}
