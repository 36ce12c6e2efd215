using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs.Pricing;

/// <summary>What a placement counts for against its framework's estimate (A8-12): at signature by its expected length, once it has ended by the days it ran and the notice that its agreement gives.</summary>
public static class PlacementValue
{
    // A1-09: where the length cannot be said, a year is put against the framework's estimate.
    private const decimal WeeksUnsaid = 52m;

    // The long-term discount is due after this many days in the home (care-sector §1.3).
    private const decimal LongTermDays = 52m * 7m;

    /// <summary>What was agreed: the fee for the expected length.</summary>
    public static Money AtSignature(CallOff callOff) => For(callOff, (callOff.Weeks ?? WeeksUnsaid) * 7m);

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

    private static Money For(CallOff callOff, decimal days)
    {
        decimal early = callOff.AfterAYear is null ? days : Math.Min(days, LongTermDays);
        decimal amount = (callOff.Price.Amount * early) + ((callOff.AfterAYear ?? Money.Zero).Amount * (days - early));
        return new Money(Math.Round(amount * PerWeek(callOff.Unit) / 7m, 2, MidpointRounding.AwayFromZero));
    }

    // How many units a week has; of an hour or a session the agreement states no number, so one a week is counted.
    private static decimal PerWeek(string unit) => unit switch
    {
        "night" or "day" => 7m,
        "year" => 1m / 52m,
        _ => 1m,
    };
}
