using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
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
    public static async Task<DateTimeOffset?> StandstillOver(StepContext step)
    {
        if (await Of(step).Select(t => t.StandstillEndsOn).SingleOrDefaultAsync(step.Cancellation) is not { } last)
        {
            return null;
        }

        // Until the award notice is public nationally, no day ends the standstill: look again tomorrow (A3-10).
        DateTimeOffset over = LondonTime.StartOfDay(last.AddDays(1));
        DateTimeOffset tomorrow = LondonTime.StartOfDay(LondonTime.DateOf(step.Now).AddDays(1));
        return over < tomorrow && await AwardUnannounced(step) ? tomorrow : over;
    }

    public static Task<bool> ExtensionPending(StepContext step) => Of(step).AnyAsync(t => t.ExtensionPending, step.Cancellation);

    public static async Task<bool> NoTenderCame(StepContext step) => await Bidders(step) == 0;

    public static async Task<bool> OneTenderCame(StepContext step) => await Bidders(step) == 1;

    /// <summary>The first working day after the one on which the procurement ended.</summary>
    public static async Task<DateTimeOffset?> DayAfterTermination(StepContext step) =>
        await Ended(step) is { } day && UkWorkingDays.Held.Holds(day.AddDays(14)) ? LondonTime.StartOfDay(UkWorkingDays.Held.After(day, 1)) : null;

    /// <summary>Lots that ended alone have notices of their own, all of them earlier.</summary>
    public static async Task<bool> TerminationUnnumbered(StepContext step) =>
        await step.Db.Notices.Where(n => n.TenderRef == step.Reference && n.Kind == NoticeKind.ProcurementTermination)
            .OrderByDescending(n => n.Row).Select(n => n.NationalNumber).FirstOrDefaultAsync(step.Cancellation) is null;

    public static async Task<DateTimeOffset?> RecordKept(StepContext step) =>
        await Of(step).Select(t => t.KeptUntil).SingleOrDefaultAsync(step.Cancellation) is { } last ? LondonTime.StartOfDay(last.AddDays(1)) : null;

    public static Task<TenderId> Id(StepContext step) => Of(step).Select(t => t.Id).SingleAsync(step.Cancellation);

    public static Task<OrganisationId> Buyer(StepContext step) => Of(step).Select(t => t.Buyer).SingleOrDefaultAsync(step.Cancellation);

    private static async Task<bool> AwardUnannounced(StepContext step) =>
        await Of(step).SingleOrDefaultAsync(step.Cancellation) is { OwesNotices: true } tender
        && await step.Db.AwardOf(tender.Id, step.Cancellation) is { Stage: AwardStage.Noticed, IsAnnounced: false };

    private static async Task<int> Bidders(StepContext step)
    {
        TenderId id = await Id(step);
        return await step.Db.OpenedBids.Where(b => b.Tender == id && step.Db.Set<Tender>().Any(t => t.Id == id && t.Round == b.Round)).Select(b => b.Bidder).Distinct().CountAsync(step.Cancellation);
    }

    private static async Task<DateOnly?> Ended(StepContext step) =>
        (await Of(step).SingleAsync(step.Cancellation)).Cancelled is { } ended ? LondonTime.DateOf(ended.At) : null;

    private static IQueryable<Tender> Of(StepContext step) => step.Db.Tenders.AsNoTracking().Where(t => t.Ref == step.Reference);
}
