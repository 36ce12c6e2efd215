using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Tests.House;
using static Portal.Tests.Law.Vectors;

namespace Portal.Tests.Law;

public class WorkingDayTests
{
    [Theory]
    [MemberData(nameof(Vectors.Standstill), MemberType = typeof(Vectors))]
    public void A_standstill_ends_where_the_published_examples_say(string published, string lastDay, string earliestSigning)
    {
        StandstillPeriod period = StandstillPeriod.Beginning(Date(published), UkWorkingDays.Held);

        Assert.Equal(Date(lastDay), period.LastDay);
        Assert.Equal(Date(earliestSigning), period.EarliestSigning);
    }

    [Theory]
    [MemberData(nameof(EnglandOnlyMistakes), MemberType = typeof(Vectors))]
    public void An_England_only_calendar_would_free_the_contract_too_early(string published, string wrongDay)
    {
        UkWorkingDays englandOnly = new(
            BankHoliday.Held.Where(holiday => holiday.EnglandAndWales).Select(holiday => holiday.Date), UkWorkingDays.Held.First, UkWorkingDays.Held.Last);

        Assert.Equal(Date(wrongDay), StandstillPeriod.Beginning(Date(published), englandOnly).LastDay);
        Assert.True(Date(wrongDay) < StandstillPeriod.Beginning(Date(published), UkWorkingDays.Held).LastDay);
    }

    [Fact]
    public void Eight_days_from_Monday_23_November_2026_end_on_Thursday_3_December() =>
        Assert.Equal(new DateOnly(2026, 12, 3), UkWorkingDays.Held.LastOf(new DateOnly(2026, 11, 23), 8));

    [Theory]
    [InlineData("2026-06-15")]
    [InlineData("2026-11-30")]
    [InlineData("2027-01-04")]
    [InlineData("2028-08-07")]
    [InlineData("2026-07-13")]
    [Rule("A5-06")]
    public void A_holiday_of_Scotland_or_Northern_Ireland_alone_stops_the_clock(string date) => Assert.False(UkWorkingDays.Held.IsWorkingDay(Date(date)));

    [Theory]
    [InlineData("2018-12-31", 1)]
    [InlineData("2029-01-01", 1)]
    [InlineData("2028-12-28", 3)]
    [InlineData("2026-01-05", 100_000)]
    [InlineData("9999-12-31", 1)]
    public void Days_outside_the_calendar_held_are_refused_and_never_guessed(string from, int days)
    {
        RuleBroken refused = Assert.Throws<RuleBroken>(() => UkWorkingDays.Held.LastOf(Date(from), days));

        Assert.Equal("CALENDAR_RANGE", Assert.Single(refused.Reasons).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fewer_than_one_day_is_refused(int days) =>
        Assert.Equal("DAYS_BELOW_ONE", Assert.Throws<RuleBroken>(() => UkWorkingDays.Held.LastOf(new DateOnly(2026, 11, 23), days)).Reasons[0].Code);

    [Fact]
    public void The_day_of_an_event_does_not_count_among_the_days_after_it()
    {
        Assert.Equal(new DateOnly(2026, 11, 24), UkWorkingDays.Held.After(new DateOnly(2026, 11, 23), 1));
        Assert.Equal(new DateOnly(2026, 12, 1), UkWorkingDays.Held.After(new DateOnly(2026, 11, 27), 1));
    }

    [Fact]
    public void Another_bank_holiday_never_ends_a_standstill_earlier() => Check.QuickThrowOnFailure(Prop.ForAll(
        Starts().ToArbitrary(),
        Gen.Choose(0, 60).ToArbitrary(),
        (start, offset) =>
        {
            UkWorkingDays more = new([.. BankHoliday.Held.Select(holiday => holiday.Date), start.AddDays(offset)], UkWorkingDays.Held.First, UkWorkingDays.Held.Last);
            return StandstillPeriod.Beginning(start, more).LastDay >= StandstillPeriod.Beginning(start, UkWorkingDays.Held).LastDay;
        }));

    [Fact]
    public void The_last_day_is_a_working_day_with_exactly_the_days_asked_for_up_to_it() => Check.QuickThrowOnFailure(Prop.ForAll(
        Starts().ToArbitrary(),
        Gen.Choose(1, 120).ToArbitrary(),
        (start, days) =>
        {
            DateOnly last = UkWorkingDays.Held.LastOf(start, days);
            return UkWorkingDays.Held.IsWorkingDay(last) && UkWorkingDays.Held.Between(start, last) == days;
        }));

    [Fact]
    public void Publishing_later_never_lets_a_contract_be_signed_earlier() => Check.QuickThrowOnFailure(Prop.ForAll(
        Starts().ToArbitrary(),
        start => StandstillPeriod.Beginning(start.AddDays(1), UkWorkingDays.Held).EarliestSigning
            >= StandstillPeriod.Beginning(start, UkWorkingDays.Held).EarliestSigning));

    [Fact]
    public void A_claim_holds_the_signature_until_the_last_day_ends_in_London()
    {
        StandstillPeriod period = StandstillPeriod.Beginning(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));

        Assert.True(period.Holds(new DateTimeOffset(2026, 12, 3, 23, 59, 59, TimeSpan.Zero)));
        Assert.False(period.Holds(new DateTimeOffset(2026, 12, 4, 0, 0, 0, TimeSpan.Zero)));
    }

    private static Gen<DateOnly> Starts() =>
        from day in Gen.Choose(new DateOnly(2019, 1, 1).DayNumber, new DateOnly(2028, 5, 1).DayNumber)
        select DateOnly.FromDayNumber(day);
}
