using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Tenders;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>The moments of one lot, whose subject is <c>tender/WM-2026-0001/lot/2</c>.</summary>
internal static class LotClock
{
    public static string Page(string subject) => $"/tenders/{TenderOf(subject)}/notices";

    public static Task<string> Name(StepContext step) => Task.FromResult($"{TenderOf(step.Subject)}, lot {step.Reference}");

    public static async Task<OrganisationId> Buyer(StepContext step)
    {
        string reference = TenderOf(step.Subject);
        return await step.Db.Tenders.Where(t => t.Ref == reference).Select(t => t.Buyer).SingleOrDefaultAsync(step.Cancellation);
    }

    /// <summary>The first working day after the one on which the lot ended.</summary>
    public static async Task<DateTimeOffset?> DayAfter(StepContext step) =>
        (await Lot(step))?.Ended is { } ended && LondonTime.DateOf(ended.At) is var day && UkWorkingDays.Held.Holds(day.AddDays(14)) ? LondonTime.StartOfDay(UkWorkingDays.Held.After(day, 1)) : null;

    public static async Task<bool> Unnumbered(StepContext step)
    {
        string subject = step.Subject;
        return !await (from entry in step.Db.LogEntries
                       join notice in step.Db.Notices on (long?)entry.Row equals notice.MadeFrom
                       where entry.Subject == subject && entry.Action == "tender.lotEnded" && notice.NationalNumber != null
                       select notice.Row).AnyAsync(step.Cancellation);
    }

    private static async Task<Lot?> Lot(StepContext step)
    {
        (string reference, string number) = (TenderOf(step.Subject), step.Reference);
        return await step.Db.Tenders.AsNoTracking().Where(t => t.Ref == reference).SelectMany(t => t.Lots).SingleOrDefaultAsync(l => l.Number == number, step.Cancellation);
    }

    private static string TenderOf(string subject) => subject.Split('/')[1];
}
