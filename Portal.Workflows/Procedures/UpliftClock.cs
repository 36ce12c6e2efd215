using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>An uplift's owner and moments, read afresh each time.</summary>
internal static class UpliftClock
{
    private const int WorkingDaysToLook = 10;
    private static readonly TimeOnly EndOfWork = new(17, 0);

    public static UpliftId Id(StepContext step) => UpliftId.From(Guid.Parse(step.Reference));

    public static async Task<OrganisationId> Lead(StepContext step)
    {
        FrameworkId framework = (await Of(step)).Framework;
        return await step.Db.Frameworks.Where(f => f.Id == framework).Select(f => f.Lead).SingleAsync(step.Cancellation);
    }

    public static async Task<DateTimeOffset?> LookBy(StepContext step) =>
        LondonTime.At(UkWorkingDays.Held.After(LondonTime.DateOf((await Of(step)).AskedAt), WorkingDaysToLook), EndOfWork);

    public static async Task<DateTimeOffset?> VoteCloses(StepContext step) => (await Of(step)).VoteClosesAt;

    public static async Task<DateTimeOffset?> AskedFrom(StepContext step) => LondonTime.StartOfDay((await Of(step)).AskedFrom);

    public static async Task<DateTimeOffset?> HoldsFrom(StepContext step) => (await Of(step)).HoldsFrom is { } day ? LondonTime.StartOfDay(day) : null;

    private static Task<Uplift> Of(StepContext step)
    {
        UpliftId id = Id(step);
        return step.Db.Uplifts.AsNoTracking().IgnoreAutoIncludes().SingleAsync(u => u.Id == id, step.Cancellation);
    }
}
