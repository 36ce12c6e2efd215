using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>The moments of an award of lots apart, whose subject is <c>tender/WM-2026-0001/award/1</c>.</summary>
internal static class AwardClock
{
    public static string Page(string subject) => $"/tenders/{Ref(subject).Tender}/award?part={Ref(subject).Part}";

    public static async Task<string> Name(StepContext step)
    {
        Tender? tender = await Tender(step);
        return tender is null ? step.Subject : $"{tender.Ref}, {tender.PartInWords(Ref(step.Subject).Part)}";
    }

    public static async Task<OrganisationId> Buyer(StepContext step) => (await Tender(step))?.Buyer ?? default;

    /// <summary>The first instant after the last day in London of this award's own standstill (A10-07).</summary>
    public static async Task<DateTimeOffset?> StandstillOver(StepContext step)
    {
        AwardRef which = Ref(step.Subject);
        if (await Tender(step) is not { } tender || await step.Db.AwardOf(tender.Id, which.Part, step.Cancellation) is not { } award || award.StandstillEnd(tender) is not { } last)
        {
            return null;
        }

        // Until the award notice is public nationally, no day ends the standstill: look again tomorrow (A3-10).
        DateTimeOffset over = LondonTime.StartOfDay(last.AddDays(1));
        DateTimeOffset tomorrow = LondonTime.StartOfDay(LondonTime.DateOf(step.Now).AddDays(1));
        bool unannounced = tender.OwesNotices && award is { Stage: AwardStage.Noticed, IsAnnounced: false };
        return over < tomorrow && unannounced ? tomorrow : over;
    }

    public static Task EndStandstill(StepContext step) => step.Use<EndStandstillApart>().Execute(Ref(step.Subject), step.Cancellation);

    private static AwardRef Ref(string subject) => AwardRef.OfSubject(subject);

    private static Task<Tender?> Tender(StepContext step)
    {
        string reference = Ref(step.Subject).Tender;
        return step.Db.Tenders.AsNoTracking().Include(t => t.Lots).SingleOrDefaultAsync(t => t.Ref == reference, step.Cancellation);
    }
}
