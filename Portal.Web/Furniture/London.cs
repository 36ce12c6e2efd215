using System.Globalization;

namespace Portal.Web.Furniture;

/// <summary>Instants as people in England read them: "Monday 23 November 2026, 12 noon (London time)".</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static string DateTime(DateTimeOffset instant) => $"{Date(instant)}, {Time(instant)} (London time)";

    public static string Date(DateTimeOffset instant) => At(instant).ToString("dddd d MMMM yyyy", English);

    public static string Date(DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>For tables: "23 Nov 2026, 12:00".</summary>
    public static string Short(DateTimeOffset instant) => At(instant).ToString("d MMM yyyy, HH:mm", English);

    public static string Time(DateTimeOffset instant)
    {
        DateTimeOffset local = At(instant);
        return (local.Hour, local.Minute) switch
        {
            (12, 0) => "12 noon",
            (0, 0) => "12 midnight",
            (_, 0) => local.ToString("htt", English).ToLowerInvariant(),
            _ => local.ToString("h:mmtt", English).ToLowerInvariant(),
        };
    }

    /// <summary>"in 3 days", "2 hours ago"; only ever beside the absolute time.</summary>
    public static string Relative(DateTimeOffset instant, DateTimeOffset now)
    {
        TimeSpan span = (instant - now).Duration();
        string amount = span switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalMinutes: < 120 } => Count((int)span.TotalMinutes, "minute"),
            { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
            _ => Count((int)span.TotalDays, "day"),
        };
        return instant >= now ? "in " + amount : amount + " ago";
    }

    /// <summary>The instant of a London wall-clock time; null in the missing hour of spring, the earlier of two in autumn.</summary>
    public static DateTimeOffset? ToUtc(DateOnly date, TimeOnly time)
    {
        System.DateTime local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            return null;
        }

        TimeSpan offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s");
}
