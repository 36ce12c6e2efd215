using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Tenders;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Procedures;

/// <summary>What a direct award is and when its steps are due, read afresh from its procurement.</summary>
internal static class DirectAwardClock
{
    private static readonly TimeOnly EndOfWork = new(17, 0);

    public static async Task<bool> WasCompeted(StepContext step) => (await Tender(step)).IsPublished;

    public static async Task<bool> OwesNotices(StepContext step) => (await Tender(step)).OwesNotices;

    public static async Task<bool> StandsStill(StepContext step) => (await Tender(step)).Stage == TenderStage.Standstill;

    /// <summary>The end of the first working day after the notice went out.</summary>
    public static async Task<DateTimeOffset?> NextWorkingDay(StepContext step)
    {
        string reference = step.Reference;
        DateTimeOffset? sent = await step.Db.Notices.Where(n => n.TenderRef == reference && n.Kind == NoticeKind.Transparency).OrderByDescending(n => n.Row).Select(n => (DateTimeOffset?)n.PublishedAt).FirstOrDefaultAsync(step.Cancellation);
        return LondonTime.At(UkWorkingDays.Held.After(LondonTime.DateOf(sent ?? step.Now), 1), EndOfWork);
    }

    /// <summary>The procedure of the competition that came to nothing has no more to do.</summary>
    public static async Task EndCompetition(StepContext step)
    {
        List<WorkflowInstance> others = await step.Db.WorkflowInstances
            .Where(i => i.Subject == step.Subject && i.Definition != DirectAward.Definition.Name && (i.State == InstanceState.Running || i.State == InstanceState.Paused)).ToListAsync(step.Cancellation);
        foreach (WorkflowInstance other in others)
        {
            other.EndEarly(step.Now, "tender.awardedDirectly");
            step.Db.RemoveRange(await step.Db.Bookmarks.Where(b => b.Instance == other.Id).ToListAsync(step.Cancellation));
        }

        await step.Db.Save(Actor.Portal, step.Cancellation);
    }

    private static Task<Tender> Tender(StepContext step) => step.Db.Tenders.AsNoTracking().SingleAsync(t => t.Ref == step.Reference, step.Cancellation);
}
