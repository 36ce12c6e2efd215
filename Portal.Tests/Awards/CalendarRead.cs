using System.Globalization;
using Portal.Tests.Furniture;

namespace Portal.Tests.Awards;

/// <summary>Reads a tender's calendar as a subscribed calendar does: unfolded, an event at a time.</summary>
internal static class CalendarRead
{
    public static async Task<string> Calendar(HttpClient anyone, string tender) => Unfolded(await anyone.Page($"/tenders/{tender}/dates.ics"));

    public static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    public static string Event(string calendar, string key) => calendar.Split("BEGIN:VEVENT").Single(e => e.Contains($"-{key}@care-tenders", StringComparison.Ordinal));

    public static int Sequence(string happening) => int.Parse(happening.Split("SEQUENCE:")[1].Split('\r')[0], CultureInfo.InvariantCulture);

    /// <summary>The event takes another back or moves it: the same UID, a higher number, and whether it is still to be.</summary>
    public static void Follows(string later, string earlier, string status)
    {
        Assert.Equal(Uid(earlier), Uid(later));
        Assert.True(Sequence(later) > Sequence(earlier), $"{Sequence(later)} is not above {Sequence(earlier)}");
        Assert.Contains($"STATUS:{status}\r\n", later, StringComparison.Ordinal);
        Assert.Contains("DTSTART", later, StringComparison.Ordinal);
    }

    private static string Uid(string happening) => happening.Split("UID:")[1].Split('\r')[0];
}
