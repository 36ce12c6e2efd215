using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A tender's moments and owner, read afresh from the tender each time, so that an amendment moves them.</summary>
internal static class TenderClock
{
    public static Task<DateTimeOffset?> QuestionsClose(StepContext step) => Of(step).Select(t => t.QuestionsCloseAt).SingleOrDefaultAsync(step.Cancellation);

    /// <summary>The first millisecond after the last instant at which a bid is in time (D1-08).</summary>
    public static async Task<DateTimeOffset?> Closed(StepContext step) =>
        (await Of(step).Select(t => t.ClosesAt).SingleOrDefaultAsync(step.Cancellation))?.AddMilliseconds(1);

    public static Task<DateTimeOffset?> Opens(StepContext step) => Of(step).Select(t => t.OpensAt).SingleOrDefaultAsync(step.Cancellation);

    /// <summary>The first instant after the standstill's last day in London (A10-07).</summary>
    public static async Task<DateTimeOffset?> StandstillOver(StepContext step) =>
        await Of(step).Select(t => t.StandstillEndsOn).SingleOrDefaultAsync(step.Cancellation) is { } last ? LondonTime.StartOfDay(last.AddDays(1)) : null;

    public static Task<TenderId> Id(StepContext step) => Of(step).Select(t => t.Id).SingleAsync(step.Cancellation);

    public static Task<OrganisationId> Buyer(StepContext step) => Of(step).Select(t => t.Buyer).SingleOrDefaultAsync(step.Cancellation);

    private static IQueryable<Tender> Of(StepContext step) => step.Db.Tenders.AsNoTracking().Where(t => t.Ref == step.Reference);
}
