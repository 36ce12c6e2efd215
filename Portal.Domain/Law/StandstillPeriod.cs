namespace Portal.Domain.Law;

/// <summary>The pause between the contract award notice and signature (A10-07, A10-09; s.51): so many UK-wide working days beginning with publication, a non-working day of publication starting at the next working day (A10-10).</summary>
public sealed record StandstillPeriod(DateOnly Published, DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>Eight working days (A10-07, s.51(2)), also for a voluntary standstill (A10-09, s.51(4)).</summary>
    public const int WorkingDays = 8;

    /// <summary>The contract may be entered into from this day on.</summary>
    public DateOnly EarliestSigning => LastDay.AddDays(1);

    /// <summary>The instant at which the last day ends in London.</summary>
    public DateTimeOffset EndsAt => LondonTime.StartOfDay(EarliestSigning);

    /// <summary>The standstill of a notice published on that day in London.</summary>
    public static StandstillPeriod Beginning(DateOnly published, UkWorkingDays calendar) =>
        new(published, calendar.OnOrAfter(published), calendar.LastOf(published, WorkingDays));

    /// <summary>The standstill of a notice published at that instant, by the calendar held.</summary>
    public static StandstillPeriod Beginning(DateTimeOffset published) => Beginning(LondonTime.DateOf(published), UkWorkingDays.Held);

    /// <summary>Whether a claim notified at that instant suspends signature by itself (A10-11, s.101): only during the standstill.</summary>
    public bool Holds(DateTimeOffset instant) => instant >= LondonTime.StartOfDay(Published) && instant < EndsAt;
}
