using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The one way the portal turns instants into what people read in England, and what they type into instants (A5-08: held as an instant, shown in Europe/London).</summary>
public static class LondonTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Europe/London, from the time-zone database of the machine.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>"Monday 23 November 2026, 12 noon (London time)".</summary>
    public static string ForPeople(DateTimeOffset instant)
    {
        DateTimeOffset local = Local(instant);
        return $"{Day(DateOf(instant))}, {Clock(TimeOnly.FromTimeSpan(local.TimeOfDay))} (London time)";
    }

    /// <summary>"Monday 23 November 2026, 12:00:07pm (London time)": for receipts and evidence, where the second matters.</summary>
    public static string ToTheSecond(DateTimeOffset instant) => $"{Day(DateOf(instant))}, {ClockToTheSecond(instant)} (London time)";

    /// <summary>"12:00:07pm".</summary>
    public static string ClockToTheSecond(DateTimeOffset instant)
    {
        DateTimeOffset local = Local(instant);
        return local.ToString("h:mm:ss", CultureInfo.InvariantCulture) + HalfDay(local.Hour);
    }

    /// <summary>"Monday 23 November 2026".</summary>
    public static string Day(DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>"12 noon", "12 midnight", "5pm", "12:30pm".</summary>
    public static string Clock(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (12, 0) => "12 noon",
        (0, 0) => "12 midnight",
        (_, 0) => time.ToString("%h", CultureInfo.InvariantCulture) + HalfDay(time.Hour),
        _ => time.ToString("h:mm", CultureInfo.InvariantCulture) + HalfDay(time.Hour),
    };

    /// <summary>The same instant carrying London's offset, as the API and the notices write it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Which day it is in London at that instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>What a clock in London shows at that instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first instant of that day in London, in UTC; the end of a day is the start of the next.</summary>
    public static DateTimeOffset StartOfDay(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The instant, in UTC, of a date and time typed as London time. The hour that spring skips and the hour that autumn repeats are refused (TIME_SKIPPED, TIME_REPEATED; A5-08).</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, string? field = null)
    {
        DateTime local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            throw new RuleBroken("TIME_SKIPPED", $"{Clock(time)} does not exist on {Day(date)}: the clocks go forward. Choose 2am or later.", "A5-08", field);
        }

        if (Zone.IsAmbiguousTime(local))
        {
            throw new RuleBroken("TIME_REPEATED", $"{Clock(time)} comes twice on {Day(date)}: the clocks go back. Choose a time before 1am or from 2am.", "A5-08", field);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static string HalfDay(int hour) => hour < 12 ? "am" : "pm";
}
