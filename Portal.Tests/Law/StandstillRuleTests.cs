using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Law;

/// <summary>Which standstill and which notices a contract has under each regime.</summary>
public sealed class StandstillRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(Regime.Full, AwardRoute.Competition, false, StandstillKind.Mandatory, "A10-07")]
    [InlineData(Regime.Full, AwardRoute.DirectAward, false, StandstillKind.Mandatory, "A10-07")]
    [InlineData(Regime.Full, AwardRoute.UrgentDirectAward, false, StandstillKind.None, "A10-08")]
    [InlineData(Regime.Full, AwardRoute.RegulationsToProtectLife, false, StandstillKind.None, "A10-08")]
    [InlineData(Regime.Full, AwardRoute.FrameworkCallOff, false, StandstillKind.None, "A10-08")]
    [InlineData(Regime.Full, AwardRoute.DynamicMarket, true, StandstillKind.Voluntary, "A10-09")]
    [InlineData(Regime.LightTouch, AwardRoute.Competition, true, StandstillKind.Voluntary, "A10-09")]
    [InlineData(Regime.LightTouch, AwardRoute.Competition, false, StandstillKind.None, "A10-08")]
    [InlineData(Regime.LightTouch, AwardRoute.UserChoiceDirectAward, true, StandstillKind.None, "A10-08")]
    [InlineData(Regime.BelowThreshold, AwardRoute.Competition, false, StandstillKind.None, "A10-08")]
    public void The_standstill_follows_from_regime_and_route(Regime regime, AwardRoute route, bool stated, StandstillKind kind, string rule)
    {
        StandstillRule found = StandstillRule.Of(RuleSet.On(Today, regime), route, stated);

        Assert.Equal((kind, rule), (found.Kind, found.Rule));
        Assert.Equal(kind == StandstillKind.None ? 0 : StandstillPeriod.WorkingDays, found.WorkingDays);
    }

    [Fact]
    public void A_mandatory_standstill_cannot_be_reasoned_away_and_a_voluntary_one_only_with_a_reason()
    {
        RuleSet full = RuleSet.On(Today, Regime.Full);
        RuleSet light = RuleSet.On(Today, Regime.LightTouch);

        Assert.Equal("STANDSTILL_MANDATORY", StandstillRule.WhatBlocksNone(full, AwardRoute.Competition, "We are in a hurry")?.Code);
        Assert.Equal("NO_STANDSTILL_REASON", StandstillRule.WhatBlocksNone(light, AwardRoute.Competition, " ")?.Code);
        Assert.Null(StandstillRule.WhatBlocksNone(light, AwardRoute.Competition, "Only one tender came"));
        Assert.Null(StandstillRule.WhatBlocksNone(full, AwardRoute.FrameworkCallOff, ""));
    }

    [Theory]
    [InlineData(Regime.LightTouch, AwardRoute.Competition, "UK1 UK2 UK4 UK6 UK7 copy UK11 UK12")]
    [InlineData(Regime.Full, AwardRoute.Competition, "UK1 UK2 UK4 UK6 UK7 copy UK9 UK10 UK11 UK12")]
    [InlineData(Regime.LightTouch, AwardRoute.DirectAward, "UK1 UK5 UK6 UK7 copy UK11")]
    [InlineData(Regime.LightTouch, AwardRoute.UserChoiceDirectAward, "")]
    [InlineData(Regime.LightTouch, AwardRoute.FrameworkCallOff, "UK6 UK7 copy UK11")]
    [InlineData(Regime.BelowThreshold, AwardRoute.UserChoiceDirectAward, "UK7")]
    [InlineData(Regime.Pcr2015, AwardRoute.FrameworkCallOff, "")]
    public void The_notices_due_follow_from_regime_and_route(Regime regime, AwardRoute route, string notices)
    {
        RuleSet rules = regime == Regime.Pcr2015 ? RuleSet.Latest(regime) : RuleSet.On(Today, regime);

        Assert.Equal(notices, string.Join(' ', PublishingDuty.Of(rules, route, null).Select(d => d.Notice)));
    }

    [Fact]
    public void A_contract_of_exactly_five_million_is_not_copied_to_the_public_and_one_above_is()
    {
        RuleSet rules = RuleSet.On(Today, Regime.LightTouch);

        Assert.DoesNotContain(PublishingDuty.Of(rules, AwardRoute.Competition, RuleSet.LargeContract), d => d.Notice == "copy");
        Assert.Contains(PublishingDuty.Of(rules, AwardRoute.Competition, RuleSet.LargeContract + new Money(0.01m)), d => d.Notice == "copy");
    }

    [Fact]
    public void The_duties_count_the_same_days_as_the_calculator() => Assert.All(
        new[] { Regime.LightTouch, Regime.Full },
        regime =>
        {
            RuleSet rules = RuleSet.On(Today, regime);
            IReadOnlyList<PublishingDuty> duties = PublishingDuty.Of(rules, AwardRoute.Competition, null);
            Assert.Equal(rules.LastDayFor(DatedDuty.ContractDetails, Today), duties.Single(d => d.Notice == "UK7").LastDay(Today));
            Assert.Equal(rules.LastDayFor(DatedDuty.ContractCopy, Today), duties.Single(d => d.Notice == "copy").LastDay(Today));
            Assert.Equal(rules.LastDayFor(DatedDuty.ContractTermination, Today), duties.Single(d => d.Notice == "UK11").LastDay(Today));
        });

    [Fact]
    public void Every_line_of_every_rule_set_names_its_rule_and_where_it_stands() =>
        Assert.All(RuleSet.Held.SelectMany(LawLine.Of), line =>
        {
            Assert.Matches("^A[0-9]+-[0-9]{2}$", line.Rule);
            Assert.NotEmpty(line.Section);
            Assert.NotEmpty(line.Says);
        });

    [Fact]
    public void Every_held_duty_stands_under_at_least_one_regime() => Assert.All(PublishingDuty.Held, d => Assert.NotEmpty(d.Regimes));
}
