using Portal.Domain.Law;

namespace Portal.Domain.Gate.Deciding;

/// <summary>When the duties after a decision fall due: the first UK-wide working day after the decision's London date is day 1 (A5-06).</summary>
internal static class Duties
{
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(24);

    public static FollowUp OnWorkingDay(Situation s, Duty what, int day) => new(what, day, WorkingDay(s, day), null);

    public static FollowUp Within24Hours(Situation s, Duty what) => new(what, null, null, s.Facts.At + OneDay);

    public static DateOnly WorkingDay(Situation s, int day) => UkWorkingDays.Held.After(s.Today, day);

    /// <summary>Whether more than so many working days lie after <paramref name="known"/> up to and including today.</summary>
    public static bool MoreThanWorkingDaysSince(DateOnly known, Situation s, int days)
    {
        int counted = 0;
        for (DateOnly day = s.Today; day > known && counted <= days; day = day.AddDays(-1))
        {
            counted += UkWorkingDays.Held.IsWorkingDay(day) ? 1 : 0;
        }

        return counted > days;
    }

    /// <summary>E1 and S2: the duty commissioner's review, ratification, the legal ground.</summary>
    public static IEnumerable<FollowUp> OfEmergency(Situation s) =>
    [
        OnWorkingDay(s, Duty.RccReview, s.Terms.ReviewWorkingDay),
        OnWorkingDay(s, Duty.Ratified, s.Terms.RatifyWorkingDay),
        OnWorkingDay(s, Duty.LegalGround, s.Terms.LegalGroundWorkingDay),
    ];

    /// <summary>S1: the regulator is told, the child is looked after day by day, and the home registers or the child moves.</summary>
    public static IEnumerable<FollowUp> OfNecessity(Situation s) =>
        [Within24Hours(s, Duty.DailyReview), Within24Hours(s, Duty.RegulatorTold), Within24Hours(s, Duty.MovePlan)];

    /// <summary>D4: looked at again after 28 days and tested against the frameworks after 12 weeks.</summary>
    public static IEnumerable<FollowUp> OfOffFramework(Situation s) =>
    [
        new(Duty.Review28, null, s.Today.AddDays(s.Terms.ReviewDays), null),
        new(Duty.Retest12Weeks, null, s.Today.AddDays(7 * s.Terms.RetestWeeks), null),
    ];

    /// <summary>The host authority is told before the start, or by working day 5 when the child is needed within 24 hours (care-sector §2.3).</summary>
    public static FollowUp HostNotified(Situation s) => s.Needed24
        ? OnWorkingDay(s, Duty.HostNotified, s.Terms.HostNotifiedWorkingDay)
        : new(Duty.HostNotified, null, s.Facts.Need.NeededBy is { } start ? LondonTime.DateOf(start) : null, null);
}
