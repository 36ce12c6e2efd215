using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Law;

public class TimetableTests
{
    private static readonly DateOnly Notice = new(2026, 12, 1);

    [Fact]
    public void A_full_regime_tender_that_closes_on_the_twenty_fifth_day_passes() =>
        Assert.Empty(Timetable.Check(Closing(25, Regime.Full)).Blocks);

    [Fact]
    public void A_full_regime_tender_that_closes_a_day_too_soon_is_blocked_by_section_54()
    {
        Reason reason = Assert.Single(Timetable.Check(Closing(24, Regime.Full)).Blocks);

        Assert.Equal(("TENDER_PERIOD_SHORT", "A5-03"), (reason.Code, reason.Rule));
        Assert.Contains("Saturday 26 December 2026", reason.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, 0, 0)]
    [InlineData(24, 0, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(9, 1, 1)]
    public void A_light_touch_tender_has_no_minimum_but_is_warned_and_then_asked_for_a_reason(int days, int blocks, int shortWarnings)
    {
        TimetableFindings findings = Timetable.Check(Closing(days, Regime.LightTouch));

        Assert.Equal(blocks, findings.Blocks.Count);
        Assert.Equal(shortWarnings, findings.Warnings.Count(warning => warning.Code == "SHORT_PERIOD"));
    }

    [Fact]
    public void A_written_reason_allows_a_very_short_light_touch_period() =>
        Assert.Empty(Timetable.Check(Closing(5, Regime.LightTouch) with { ShortPeriodReason = "Two children must move by Friday." }).Blocks);

    [Fact]
    public void The_ten_day_period_needs_a_ground()
    {
        ProposedTimetable reduced = Closing(10, Regime.Full) with { Basis = TenderPeriodBasis.Reduced };

        Assert.Equal("REDUCED_GROUND_MISSING", Assert.Single(Timetable.Check(reduced).Blocks).Code);
        Assert.Empty(Timetable.Check(reduced with { ReducedGround = ReducedPeriodGround.Urgency }).Blocks);
    }

    [Fact]
    public void A_central_authority_may_not_shorten_the_period_for_preselected_suppliers()
    {
        ProposedTimetable reduced = Closing(10, Regime.Full) with { Basis = TenderPeriodBasis.Reduced, ReducedGround = ReducedPeriodGround.PreselectedSuppliers };

        Assert.Empty(Timetable.Check(reduced).Blocks);
        Assert.Equal("REDUCED_GROUND_CENTRAL", Assert.Single(Timetable.Check(reduced with { Authority = AuthorityKind.Central }).Blocks).Code);
    }

    [Fact]
    public void Questions_close_before_tenders_do()
    {
        ProposedTimetable proposed = Closing(30, Regime.LightTouch);

        Assert.Equal("QUESTIONS_AFTER_DEADLINE", Assert.Single(Timetable.Check(proposed with { QuestionsCloseAt = proposed.ClosesAt }).Blocks).Code);
        Assert.Equal("QUESTIONS_BEFORE_NOTICE", Assert.Single(Timetable.Check(proposed with { QuestionsCloseAt = LondonTime.StartOfDay(new DateOnly(2026, 11, 30)) }).Blocks).Code);
        Assert.Empty(Timetable.Check(proposed with { QuestionsCloseAt = proposed.ClosesAt.AddDays(-7) }).Blocks);
    }

    [Fact]
    public void A_deadline_on_the_day_of_the_notice_is_refused() =>
        Assert.Equal("DEADLINE_TOO_SOON", Assert.Single(Timetable.Check(Closing(0, Regime.LightTouch)).Blocks).Code);

    [Fact]
    public void A_deadline_on_a_bank_holiday_anywhere_is_warned_about() =>
        Assert.Equal("CLOSING_DAY_NOT_WORKING", Assert.Single(Timetable.Check(Closing(34, Regime.LightTouch)).Warnings).Code);

    private static ProposedTimetable Closing(int daysAfterNotice, Regime regime) => new(
        RuleSet.On(Notice, regime),
        AuthorityKind.SubCentral,
        Notice,
        null,
        LondonTime.At(Notice.AddDays(daysAfterNotice), new TimeOnly(12, 0)));
}
