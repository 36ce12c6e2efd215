using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Library;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>An evidence document's owner and days, read afresh each time.</summary>
internal static class EvidenceClock
{
    public static EvidenceDocumentId Id(StepContext step) => EvidenceDocumentId.From(Guid.Parse(step.Reference));

    public static async Task<OrganisationId> Owner(StepContext step) => (await Document(step)).Owner;

    /// <summary>The start of the London day so many days before the last good day; null for evidence that never lapses or was taken out of use.</summary>
    public static Due Before(int days) => async step =>
        await Document(step) is { RetiredAt: null, ExpiresOn: { } last } ? LondonTime.StartOfDay(last.AddDays(-days)) : null;

    public static Task Remind(StepContext step) => step.Use<RemindOfEvidence>().Execute(step.Cancellation);

    public static Task<bool> HomesStopped(StepContext step)
    {
        EvidenceDocumentId? id = Id(step);
        return step.Db.HomeAdmissions.AnyAsync(h => h.LapsedEvidence == id && h.Status == HomeAdmissionStatus.Suspended, step.Cancellation);
    }

    public static async Task<bool> Lapsed(StepContext step) => await Document(step) is { RetiredAt: null } document && document.IsLapsed(LondonTime.DateOf(step.Now));

    private static Task<EvidenceDocument> Document(StepContext step)
    {
        EvidenceDocumentId id = Id(step);
        return step.Db.EvidenceDocuments.AsNoTracking().SingleAsync(d => d.Id == id, step.Cancellation);
    }
}
