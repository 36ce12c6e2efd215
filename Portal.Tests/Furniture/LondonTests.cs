using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>Times as pages show them: with their zone, and a limit at midnight as the end of a day.</summary>
public sealed class LondonTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:07Z", "23 Nov 2026, 12 noon (London time)", "23 Nov 2026, 12:00:07pm (London time)")]
    [InlineData("2026-07-01T12:00:07Z", "1 Jul 2026, 1pm (London time)", "1 Jul 2026, 1:00:07pm (London time)")]
    [InlineData("2026-10-25T00:30:00Z", "25 Oct 2026, 1:30am (London time, BST)", "25 Oct 2026, 1:30:00am (London time, BST)")]
    [InlineData("2026-10-25T01:30:00Z", "25 Oct 2026, 1:30am (London time, GMT)", "25 Oct 2026, 1:30:00am (London time, GMT)")]
    public void A_time_in_a_table_bears_its_zone(string instant, string shown, string exact)
    {
        Assert.Equal(shown, London.Short(At(instant)));
        Assert.Equal(exact, London.Exact(At(instant)));
    }

    [Theory]
    [InlineData("2026-09-02T23:00:00Z", "the end of Wednesday 2 September 2026 (London time)")]
    [InlineData("2026-11-23T12:00:00Z", "Monday 23 November 2026, 12 noon (London time)")]
    public void A_limit_at_midnight_is_the_end_of_the_day_before(string due, string said) => Assert.Equal(said, London.EndOf(At(due)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
