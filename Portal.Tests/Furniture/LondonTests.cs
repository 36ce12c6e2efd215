using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>Times as pages show them: with their zone, and a limit at midnight as the end of a day.</summary>
public sealed class LondonTests
{
    [Theory]
    [InlineData("2026-11-23T12:00:07Z", "23 Nov 2026, 12:00 GMT", "23 Nov 2026, 12:00:07 GMT")]
    [InlineData("2026-07-01T12:00:07Z", "1 Jul 2026, 13:00 BST", "1 Jul 2026, 13:00:07 BST")]
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
