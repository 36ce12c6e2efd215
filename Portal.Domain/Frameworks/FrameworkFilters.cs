namespace Portal.Domain.Frameworks;

/// <summary>Conditions that several questions of this room share, translated by the database.</summary>
public static class FrameworkFilters
{
    public static IQueryable<Framework> LiveOn(this IQueryable<Framework> frameworks, DateOnly day) =>
        frameworks.Where(f => f.Stage == FrameworkStage.Live && f.StartsOn <= day && day <= f.EndsOn);

    public static IQueryable<PriceSchedule> InForceOn(this IQueryable<PriceSchedule> schedules, DateOnly day) =>
        schedules.Where(s => s.Status == PriceScheduleStatus.Agreed && s.From <= day && (s.To == null || s.To >= day));

    public static IQueryable<Accession> InForceOn(this IQueryable<Accession> accessions, DateOnly day) =>
        accessions.Where(a => a.EffectiveFrom <= day && (a.EffectiveTo == null || a.EffectiveTo >= day));

    /// <summary>Homes whose checks were once completed and that have not left; a suspension does not hide the price.</summary>
    public static IQueryable<HomeAdmission> OnceOnboarded(this IQueryable<HomeAdmission> homes) =>
        homes.Where(h => h.Status == HomeAdmissionStatus.Onboarded || h.Status == HomeAdmissionStatus.Suspended);

    /// <summary>Lots for a service type and, when an age is given, an age band that holds it.</summary>
    public static IQueryable<FrameworkLot> Covering(this IQueryable<FrameworkLot> lots, string serviceType, int? age)
    {
        IQueryable<FrameworkLot> covering = lots.Where(l => l.ServiceType == serviceType);
        return age is { } years
            ? covering.Where(l => (l.AgeFrom == null || l.AgeFrom <= years) && (l.AgeTo == null || l.AgeTo >= years))
            : covering;
    }
}
