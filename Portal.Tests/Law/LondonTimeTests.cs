using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Tests.Law;

public class LondonTimeTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:00Z", "Monday 23 November 2026, 12 noon (London time)")]
    [InlineData("2026-07-01T11:00:00Z", "Wednesday 1 July 2026, 12 noon (London time)")]
    [InlineData("2026-11-23T12:30:00Z", "Monday 23 November 2026, 12:30pm (London time)")]
    [InlineData("2026-11-23T17:00:59Z", "Monday 23 November 2026, 5pm (London time)")]
    [InlineData("2026-11-23T09:05:00Z", "Monday 23 November 2026, 9:05am (London time)")]
    [InlineData("2026-06-30T23:00:00Z", "Wednesday 1 July 2026, 12 midnight (London time)")]
    public void An_instant_is_shown_one_way_only(string instant, string words) => Assert.Equal(words, LondonTime.ForPeople(Instant(instant)));

    [Fact]
    public void A_receipt_shows_the_second() =>
        Assert.Equal("Monday 23 November 2026, 12:00:07pm (London time)", LondonTime.ToTheSecond(Instant("2026-11-23T12:00:07Z")));

    [Theory]
    [InlineData(2026, 11, 23, 12, "2026-11-23T12:00:00Z")]
    [InlineData(2026, 7, 1, 12, "2026-07-01T11:00:00Z")]
    [InlineData(2026, 10, 25, 2, "2026-10-25T02:00:00Z")]
    [InlineData(2027, 3, 28, 2, "2027-03-28T01:00:00Z")]
    public void A_typed_London_time_becomes_its_instant(int year, int month, int day, int hour, string instant) =>
        Assert.Equal(Instant(instant), LondonTime.At(new DateOnly(year, month, day), new TimeOnly(hour, 0)));

    [Theory]
    [InlineData(2026, 10, 25, "TIME_REPEATED")]
    [InlineData(2027, 10, 31, "TIME_REPEATED")]
    [InlineData(2027, 3, 28, "TIME_SKIPPED")]
    public void The_hour_that_comes_twice_or_not_at_all_is_refused(int year, int month, int day, string code)
    {
        RuleBroken refused = Assert.Throws<RuleBroken>(() => LondonTime.At(new DateOnly(year, month, day), new TimeOnly(1, 30), "closesAt"));

        Assert.Equal((code, "A5-08", "closesAt"), (refused.Reasons[0].Code, refused.Reasons[0].Rule, refused.Reasons[0].Field));
    }

    [Fact]
    public void A_summer_day_ends_an_hour_earlier_in_universal_time() =>
        Assert.Equal(Instant("2026-06-30T23:00:00Z"), LondonTime.StartOfDay(new DateOnly(2026, 7, 1)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
