using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>The moments and counts of a competitive flexible procedure's own stages, read afresh each time.</summary>
internal static class StagesClock
{
    /// <summary>The first millisecond after the last instant at which a request is in time.</summary>
    public static async Task<DateTimeOffset?> RequestsClosed(StepContext step) =>
        (await step.Db.Tenders.Where(t => t.Ref == step.Reference).Select(t => t.RequestsCloseAt).SingleOrDefaultAsync(step.Cancellation))?.AddMilliseconds(1);

    /// <summary>The deadline of the initial tenders; long past once final tenders were asked for, whatever the box's deadline is then.</summary>
    public static async Task<DateTimeOffset?> InitialClosed(StepContext step) => await Initial(step, await TenderClock.Closed(step));

    public static async Task<DateTimeOffset?> InitialOpens(StepContext step) => await Initial(step, await TenderClock.Opens(step));

    public static async Task<bool> NoRequestCame(StepContext step) => await Requests(step) == 0;

    public static async Task<bool> OneRequestCame(StepContext step) => await Requests(step) == 1;

    public static async Task<bool> NoInitialTender(StepContext step) => await Tenderers(step) == 0;

    public static async Task<bool> OneInitialTender(StepContext step) => await Tenderers(step) == 1;

    private static async Task<DateTimeOffset?> Initial(StepContext step, DateTimeOffset? moment) =>
        await step.Db.Tenders.AnyAsync(t => t.Ref == step.Reference && t.Round > 1, step.Cancellation) ? DateTimeOffset.MinValue : moment;

    private static async Task<int> Requests(StepContext step)
    {
        TenderId id = await TenderClock.Id(step);
        return (await step.Db.RequestsFor(id, step.Cancellation)).Count;
    }

    private static async Task<int> Tenderers(StepContext step)
    {
        TenderId id = await TenderClock.Id(step);
        return await step.Db.OpenedBids.Where(b => b.Tender == id && b.Round == 1).Select(b => b.Bidder).Distinct().CountAsync(step.Cancellation);
    }
}
