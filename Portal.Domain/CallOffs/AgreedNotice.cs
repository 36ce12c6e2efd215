using Portal.Domain.Frameworks;

namespace Portal.Domain.CallOffs;

/// <summary>The days of notice of a planned ending that a placement's agreement names, and the shorter notice of its first days where the agreement names one (care-sector §1.3).</summary>
public sealed record AgreedNotice(int Days, int? EarlyDays)
{
    /// <summary>How many days from the first count as early.</summary>
    public const int EarlyFor = 28;

    private const int Planned = 28;
    private const int Early = 7;

    /// <summary>A schedule names its own days; without one the agreement names 28, and off framework 7 in the first 28 days.</summary>
    public static AgreedNotice Of(CallOff callOff, PriceTerms? terms) => (terms, callOff.FrameworkRef) switch
    {
        ({ } schedule, _) => new(schedule.NoticeDays, null),
        (null, null) => new(Planned, Early),
        _ => new(Planned, null),
    };

    /// <summary>The days of a notice that counts from this day, in a placement with this first day.</summary>
    public int CountedFrom(DateOnly day, DateOnly firstDay) => EarlyDays is { } early && day < firstDay.AddDays(EarlyFor) ? early : Days;
}
