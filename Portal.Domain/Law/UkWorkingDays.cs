using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The UK-wide working-day calendar (A5-06, s.123): not a Saturday, a Sunday or a bank holiday in any part of the United Kingdom. Outside the years held it refuses (CALENDAR_RANGE) and never guesses.</summary>
public sealed class UkWorkingDays
{
    private readonly HashSet<DateOnly> holidays;

    public UkWorkingDays(IEnumerable<DateOnly> holidays, DateOnly first, DateOnly last)
    {
        this.holidays = [.. holidays];
        First = first;
        Last = last;
    }

    /// <summary>The calendar compiled in from GOV.UK's bank holidays of all four nations.</summary>
    public static UkWorkingDays Held { get; } = new(
        BankHoliday.Held.Select(holiday => holiday.Date),
        new DateOnly(BankHoliday.Held[0].Date.Year, 1, 1),
        new DateOnly(BankHoliday.Held[^1].Date.Year, 12, 31));

    /// <summary>The first day held.</summary>
    public DateOnly First { get; }

    /// <summary>The last day held.</summary>
    public DateOnly Last { get; }

    public bool Holds(DateOnly date) => date >= First && date <= Last;

    public bool IsWorkingDay(DateOnly date)
    {
        MustHold(date);
        return date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(date);
    }

    /// <summary>The date itself when it is a working day, otherwise the next one (A10-10).</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = Next(date);
        }

        return date;
    }

    /// <summary>The last of so many working days, counting <paramref name="from"/> (or the first working day after it) as day 1 (A10-07, s.51(2): "beginning with").</summary>
    public DateOnly LastOf(DateOnly from, int days)
    {
        if (days < 1)
        {
            throw new RuleBroken("DAYS_BELOW_ONE", "Enter one working day or more.", "A5-06", "days");
        }

        DateOnly day = OnOrAfter(from);
        for (int counted = 1; counted < days; counted++)
        {
            day = OnOrAfter(Next(day));
        }

        return day;
    }

    /// <summary>So many working days after the date, which itself never counts (follow-ups "within n working days of").</summary>
    public DateOnly After(DateOnly date, int days)
    {
        MustHold(date);
        return LastOf(Next(date), days);
    }

    /// <summary>How many working days lie from the first date to the last, both counted.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        int counted = 0;
        for (DateOnly day = from; day <= to; day = Next(day))
        {
            counted += IsWorkingDay(day) ? 1 : 0;
        }

        return counted;
    }

    /// <summary>Refuses (CALENDAR_RANGE) a date of a year whose bank holidays are not held.</summary>
    public void MustHold(DateOnly date, string? field = null)
    {
        if (!Holds(date))
        {
            throw new RuleBroken(
                "CALENDAR_RANGE",
                $"Bank holidays are held from {LondonTime.Day(First)} to {LondonTime.Day(Last)}. A day outside them cannot be counted.",
                "A5-06",
                field);
        }
    }

    private static DateOnly Next(DateOnly date) => date == DateOnly.MaxValue ? date : date.AddDays(1);
}
