using System.Globalization;
using Portal.Domain.Law;

namespace Portal.Web.Furniture;

/// <summary>Short forms of London time for pages; the full form is <see cref="LondonTime.ForPeople"/>.</summary>
public static class London
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For tables: "23 Nov 2026, 12 noon (London time)" (A5-08: no time without its zone).</summary>
    public static string Short(DateTimeOffset instant) => $"{Short(LondonTime.DateOf(instant))}, {LondonTime.Clock(TimeOnly.FromTimeSpan(LondonTime.Local(instant).TimeOfDay))} {Zone(instant)}";

    /// <summary>For evidence in tables: "23 Nov 2026, 12:00:07pm (London time)".</summary>
    public static string Exact(DateTimeOffset instant) => $"{Short(LondonTime.DateOf(instant))}, {LondonTime.ClockToTheSecond(instant)} {Zone(instant)}";

    /// <summary>When something ends, as people say it: a limit at midnight is the end of the day before, not the beginning of the next.</summary>
    public static string EndOf(DateTimeOffset due) =>
        LondonTime.TimeOf(due) == TimeOnly.MinValue ? $"the end of {LondonTime.Day(LondonTime.DateOf(due).AddDays(-1))} (London time)" : LondonTime.ForPeople(due);

    /// <summary>For tables: "23 Nov 2026".</summary>
    public static string Short(DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary>"in 3 days", "2 hours ago"; only ever beside the absolute time.</summary>
    public static string Relative(DateTimeOffset instant, DateTimeOffset now)
    {
        TimeSpan span = (instant - now).Duration();
        string amount = span switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalMinutes: < 120 } => Count((int)span.TotalMinutes, "minute"),
            { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
            _ => Count(Math.Abs(LondonTime.DateOf(instant).DayNumber - LondonTime.DateOf(now).DayNumber), "day"),
        };
        return instant >= now ? "in " + amount : amount + " ago";
    }

    // In the hour that the autumn night has twice, which of the two it was.
    private static string Zone(DateTimeOffset instant) => !LondonTime.Zone.IsAmbiguousTime(instant)
        ? "(London time)"
        : LondonTime.Zone.IsDaylightSavingTime(instant) ? "(London time, BST)" : "(London time, GMT)";

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s");
}
