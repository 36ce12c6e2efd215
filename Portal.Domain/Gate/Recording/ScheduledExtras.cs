using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>Prices an extra from quantity and unit price, and says whether the unit price is at the schedule's rate.</summary>
internal static class ScheduledExtras
{
    public static ExtraFacts Price(AskedExtra extra, PriceTerms? schedule) =>
        new(extra.Kind, extra.Amount, extra.UnitPrice <= Rate(extra, schedule));

    private static Money? Rate(AskedExtra extra, PriceTerms? schedule) => (extra.Kind, extra.Unit) switch
    {
        (ExtraKind.OneToOneHours, "hour") => schedule?.OneToOneHour,
        (ExtraKind.Education, "week") => schedule?.EducationWeek,
        (ExtraKind.Therapy, "hour" or "session") => schedule?.TherapyHour,
        (ExtraKind.Transport, "mile") => schedule?.TransportMile,
        _ => null,
    };
}
