using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs.Pricing;

/// <summary>What a placement counts for against its framework's estimate (A8-12): at signature by its expected length, when it runs longer by the days so far, once it has ended by the days it ran and the notice that its agreement gives.</summary>
public static class PlacementValue
{
    // A case system may write any number of weeks; nobody is placed for a hundred years.
    private const decimal LongestWeeks = 5_200m;

    // A1-09: where the length cannot be said, a year is put against the framework's estimate.
    private const decimal WeeksUnsaid = 52m;

    /// <summary>The most hours, or sessions, that a week can have.</summary>
    public const int HoursInAWeek = 168;

    // The long-term discount is due after this many days in the home (care-sector §1.3).
    private const decimal LongTermDays = 52m * 7m;

    /// <summary>What was agreed: the fee for the expected length.</summary>
    public static Money AtSignature(CallOff callOff) => Expected(callOff.Price, callOff.AfterAYear, (callOff.Unit, callOff.UnitsPerWeek), callOff.Weeks);

    /// <summary>The fee for an expected length, a year where none was said.</summary>
    public static Money Expected(Money price, Money? afterAYear, (string Name, decimal? PerWeek) unit, decimal? weeks) => For(price, afterAYear, unit, (weeks ?? WeeksUnsaid) * 7m);

    /// <summary>What was agreed where length and unit let it be said; null otherwise, which counts as above every threshold (A1-09).</summary>
    public static Money? Known(CallOff callOff) => callOff.Weeks is null || (UnitsPerWeek(callOff.Unit) ?? callOff.UnitsPerWeek) is null ? null : AtSignature(callOff);

    /// <summary>What a placement that runs has come to by a day, that day not counted.</summary>
    public static Money SoFar(CallOff callOff, DateOnly day) => For(callOff, Math.Max(0, day.DayNumber - callOff.From.DayNumber));

    /// <summary>The first day on which a placement has run longer than was agreed.</summary>
    public static DateOnly OutlivesFrom(CallOff callOff) => callOff.From.AddDays((int)Math.Floor(Math.Min(callOff.Weeks ?? WeeksUnsaid, LongestWeeks) * 7m) + 1);

    /// <summary>How many units a week has: seven days or nights, a fifty-second of a year; null for an hour or a session, of which each call-off states the number.</summary>
    public static decimal? UnitsPerWeek(string unit) => unit switch
    {
        "week" => 1m,
        "night" or "day" => 7m,
        "year" => 1m / 52m,
        _ => null,
    };

    /// <summary>What it came to: from the day of arrival to the day before leaving, and what is left of the notice then (care-sector §1.3).</summary>
    public static Money Ended(CallOff callOff) => callOff.PaidTo is { } paidTo
        ? For(callOff, paidTo.DayNumber - callOff.From.DayNumber)
        : throw new InvalidOperationException($"Call-off {callOff.Ref} has not ended.");

    /// <summary>The first day that is not paid any more: the day of leaving, or the day on which the notice runs out where that is later.</summary>
    public static DateOnly PaidTo(Leaving leaving, int noticeDays)
    {
        DateOnly runsOut = leaving.NoticeFrom.AddDays(noticeDays);
        return runsOut > leaving.On ? runsOut : leaving.On;
    }

    private static Money For(CallOff callOff, decimal days) => For(callOff.Price, callOff.AfterAYear, (callOff.Unit, callOff.UnitsPerWeek), days);

    // Of an hour or a session whose number was never asked for, in an earlier call-off, one a week is counted.
    private static Money For(Money price, Money? afterAYear, (string Name, decimal? PerWeek) unit, decimal days)
    {
        decimal early = afterAYear is null ? days : Math.Min(days, LongTermDays);
        decimal amount = (price.Amount * early) + ((afterAYear ?? Money.Zero).Amount * (days - early));
        return new Money(Math.Round(amount * (UnitsPerWeek(unit.Name) ?? unit.PerWeek ?? 1m) / 7m, 2, MidpointRounding.AwayFromZero));
    }
}
