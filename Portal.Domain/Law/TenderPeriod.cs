using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The shortest lawful time for tendering (A5-03, s.54), counted in calendar days from the day after the notice (A5-05).</summary>
public sealed record TenderPeriod(int MinimumDays, DateOnly EarliestDeadline)
{
    /// <summary>The period under the full regime; light touch has no minimum (A5-04) and is checked by <see cref="Timetable"/>.</summary>
    public static TenderPeriod From(DateOnly noticeDay, TenderPeriodBasis basis) => From(noticeDay, basis, RuleSet.On(RuleSet.ActInForce, Regime.Full))
        ?? throw new InvalidOperationException("The full regime has a minimum for every basis.");

    /// <summary>The period under a rule set, or null where it sets no minimum.</summary>
    public static TenderPeriod? From(DateOnly noticeDay, TenderPeriodBasis basis, RuleSet rules) =>
        rules.MinimumTenderDays.TryGetValue(basis, out int days) ? new TenderPeriod(days, noticeDay.AddDays(days)) : null;

    /// <summary>Days given to tenderers: the day of the notice does not count, the last day does (A5-05).</summary>
    public static int DaysGiven(DateOnly noticeDay, DateOnly lastDay) => lastDay.DayNumber - noticeDay.DayNumber;

    /// <summary>Why the ten-day period may not be used, if it may not: it needs a ground, and pre-selection is no ground for a central authority (A5-03, s.54(4)).</summary>
    public static Reason? ReducedRefused(ReducedPeriodGround? ground, AuthorityKind authority) => (ground, authority) switch
    {
        (null, _) => new Reason("REDUCED_GROUND_MISSING", "Say what allows the shorter period of 10 days.", "A5-03", "reducedGround"),
        (ReducedPeriodGround.PreselectedSuppliers, AuthorityKind.Central) => new Reason(
            "REDUCED_GROUND_CENTRAL", "A central government authority may not shorten the period because suppliers were pre-selected.", "A5-03", "reducedGround"),
        _ => null,
    };
}
