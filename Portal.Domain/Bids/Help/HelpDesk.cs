using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Help;

/// <summary>Who is on duty for bidders, and when an answer can be expected: within ten minutes in the last hour before the deadline, within an hour in working time, else by ten on the next working day.</summary>
public static class HelpDesk
{
    /// <summary>How long before the deadline an unanswered request raises the alarm (D1-10, D1-11).</summary>
    public static readonly TimeSpan LastHour = TimeSpan.FromHours(1);

    private static readonly TimeSpan Urgent = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly TimeOnly Closes = new(17, 0);
    private const int LongestPage = 200;

    /// <summary>The people of the tender's team who answer bidders.</summary>
    public static IReadOnlyList<string> OnDuty(Tender tender) =>
        [.. tender.Team.Where(m => m.Part == TeamPart.Commissioner).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal)];

    public static bool IsLastHour(DateTimeOffset now, DateTimeOffset? closesAt) => closesAt is { } closes && now <= closes && closes - now <= LastHour;

    public static DateTimeOffset ExpectedBy(DateTimeOffset now, DateTimeOffset? closesAt) =>
        IsLastHour(now, closesAt) ? now + Urgent : IsWorkingTime(now) ? now + Usual : NextMorning(now);

    /// <summary>The deadline that an alarm proposes for everybody: an hour from now or from the deadline, whichever is later, on a full quarter of an hour.</summary>
    public static DateTimeOffset ProposedDeadline(DateTimeOffset now, DateTimeOffset closesAt)
    {
        DateTimeOffset least = (closesAt > now ? closesAt : now) + Usual;
        long quarter = TimeSpan.FromMinutes(15).Ticks;
        return new DateTimeOffset((least.UtcTicks + quarter - 1) / quarter * quarter, TimeSpan.Zero);
    }

    /// <summary>Only a page of the same tender is kept; anything else becomes the tender's own page.</summary>
    internal static string PageOf(string page, string tenderRef) =>
        page.StartsWith($"/tenders/{tenderRef}", StringComparison.Ordinal) && page.Length <= LongestPage ? page : $"/tenders/{tenderRef}";

    private static bool IsWorkingTime(DateTimeOffset now)
    {
        DateTimeOffset local = LondonTime.Local(now);
        TimeOnly time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(LondonTime.DateOf(now)) && time >= Opens && time < Closes;
    }

    private static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        DateOnly day = LondonTime.DateOf(now);
        if (TimeOnly.FromDateTime(LondonTime.Local(now).DateTime) >= Opens)
        {
            day = day.AddDays(1);
        }

        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return LondonTime.StartOfDay(day).AddHours(10);
    }

    // Beyond the calendar held, weekdays are the best that can be promised.
    private static bool IsWorkingDay(DateOnly day) =>
        UkWorkingDays.Held.Holds(day) ? UkWorkingDays.Held.IsWorkingDay(day) : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
