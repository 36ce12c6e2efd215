using Portal.Domain.Kernel;
using Portal.Domain.Law;
using static Portal.Tests.Law.Vectors;

namespace Portal.Tests.Law;

public class RuleSetTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [MemberData(nameof(PostAward), MemberType = typeof(Vectors))]
    public void Duties_after_award_end_where_the_published_examples_say(string entered, int days, string lastDay)
    {
        (Regime regime, DatedDuty duty) = days switch
        {
            30 => (Regime.Full, DatedDuty.ContractDetails),
            120 => (Regime.LightTouch, DatedDuty.ContractDetails),
            90 => (Regime.Full, DatedDuty.ContractCopy),
            _ => (Regime.LightTouch, DatedDuty.ContractCopy),
        };

        Assert.Equal(Date(lastDay), RuleSet.On(Today, regime).LastDayFor(duty, Date(entered)));
    }

    [Theory]
    [MemberData(nameof(TenderPeriods), MemberType = typeof(Vectors))]
    public void Tendering_periods_end_where_the_published_examples_say(string notice, int days, string earliest)
    {
        TenderPeriodBasis basis = days switch
        {
            25 => TenderPeriodBasis.ElectronicAllDocuments,
            35 => TenderPeriodBasis.Neither,
            _ => TenderPeriodBasis.Reduced,
        };

        Assert.Equal(new TenderPeriod(days, Date(earliest)), TenderPeriod.From(Date(notice), basis));
    }

    [Fact]
    public void A_contract_ended_today_is_noticed_within_thirty_days_under_either_regime()
    {
        Assert.Equal(new DateOnly(2026, 12, 21), RuleSet.On(Today, Regime.LightTouch).LastDayFor(DatedDuty.ContractTermination, Today));
        Assert.Equal(new DateOnly(2026, 12, 21), RuleSet.On(Today, Regime.Full).LastDayFor(DatedDuty.ContractTermination, Today));
    }

    [Fact]
    public void Light_touch_switches_off_what_the_Act_switches_off()
    {
        RuleSet lightTouch = RuleSet.On(Today, Regime.LightTouch);

        Assert.Empty(lightTouch.MinimumTenderDays);
        Assert.False(lightTouch.StandstillMandatory);
        Assert.False(lightTouch.PerformanceNotice);
        Assert.False(lightTouch.ChangeNotice);
        Assert.Null(lightTouch.FrameworkYears);
        Assert.Null(lightTouch.KeyPerformanceIndicators);
    }

    [Fact]
    public void The_performance_notice_came_into_force_on_1_January_2026()
    {
        Assert.False(RuleSet.On(new DateOnly(2025, 12, 31), Regime.Full).PerformanceNotice);
        Assert.True(RuleSet.On(new DateOnly(2026, 1, 1), Regime.Full).PerformanceNotice);
    }

    [Fact]
    public void A_procurement_begun_before_the_Act_stays_under_the_old_regulations() =>
        Assert.Equal(Regime.Pcr2015, RuleSet.For(new DateOnly(2025, 2, 23), AuthorityKind.SubCentral, PurchaseKind.LightTouch, new Money(900_000m)).Regime);

    [Theory]
    [InlineData("663539.99", Regime.BelowThreshold)]
    [InlineData("663540.00", Regime.LightTouch)]
    public void The_threshold_itself_is_reached(string estimate, Regime regime) =>
        Assert.Equal(regime, RuleSet.For(Today, AuthorityKind.SubCentral, PurchaseKind.LightTouch, Amount(estimate)).Regime);

    [Fact]
    public void A_value_that_cannot_be_estimated_counts_as_reaching_the_threshold() =>
        Assert.Equal(Regime.LightTouch, RuleSet.For(Today, AuthorityKind.SubCentral, PurchaseKind.LightTouch, null).Regime);

    [Theory]
    [InlineData("2025-02-24", AuthorityKind.SubCentral, PurchaseKind.GoodsServices, "214904.00", "2025-02-24")]
    [InlineData("2025-12-31", AuthorityKind.Central, PurchaseKind.GoodsServices, "139688.00", "2025-02-24")]
    [InlineData("2025-12-31", AuthorityKind.Central, PurchaseKind.Works, "5372609.00", "2025-02-24")]
    [InlineData("2026-01-01", AuthorityKind.SubCentral, PurchaseKind.GoodsServices, "207720.00", "2026-01-01")]
    [InlineData("2026-01-01", AuthorityKind.Central, PurchaseKind.GoodsServices, "135018.00", "2026-01-01")]
    [InlineData("2026-11-22", AuthorityKind.SubCentral, PurchaseKind.LightTouch, "663540.00", "2026-01-01")]
    [InlineData("2027-12-31", AuthorityKind.SubCentral, PurchaseKind.Works, "5193000.00", "2026-01-01")]
    public void The_threshold_is_the_one_of_the_day_the_procurement_commenced(string commenced, AuthorityKind authority, PurchaseKind kind, string amount, string from)
    {
        Threshold threshold = Threshold.On(Date(commenced), authority, kind);

        Assert.Equal(amount, threshold.Amount.ToApi());
        Assert.Equal(Date(from), threshold.From);
    }

    [Theory]
    [InlineData("2025-02-23")]
    [InlineData("2028-01-01")]
    public void A_day_without_a_held_threshold_is_refused(string commenced) => Assert.Equal(
        "THRESHOLD_RANGE",
        Assert.Throws<RuleBroken>(() => Threshold.On(Date(commenced), AuthorityKind.SubCentral, PurchaseKind.LightTouch)).Reasons[0].Code);

    [Fact]
    public void Every_held_rule_set_is_found_again_by_its_version() =>
        Assert.All(RuleSet.Held, set => Assert.Same(set, RuleSet.Named(set.Version)));

    private static Money Amount(string text) => new(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
