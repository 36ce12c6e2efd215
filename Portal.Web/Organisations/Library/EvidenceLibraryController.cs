using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Domain.Organisations.Outcomes;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>A provider's evidence: every document with its expiry, and what buyers have asked for.</summary>
[Authorize(Policies.Providers)]
[Route(EvidenceLinks.All)]
public sealed class EvidenceLibraryController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        OrganisationId owner = Actor.Organisation;
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        List<EvidenceDocument> documents = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == owner).ToListAsync(cancel);
        UploadId[] files = [.. documents.Select(d => d.Current.File)];
        Dictionary<UploadId, ScanState> scans = await db.Uploads.AsNoTracking().IgnoreAutoIncludes().Where(u => files.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Scan, cancel);
        List<EvidenceRequest> asked = await db.EvidenceRequests.AsNoTracking().Where(r => r.Provider == owner && r.Stage == EvidenceRequestStage.Asked).OrderBy(r => r.AskedAt).ToListAsync(cancel);
        return View("EvidenceLibrary", new EvidenceLibraryPage(
            [.. documents.Where(d => d.RetiredAt is null).OrderBy(d => d.ExpiresOn ?? DateOnly.MaxValue).ThenBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => EvidenceRow.Of(d, scans.GetValueOrDefault(d.Current.File), today))],
            [.. documents.Where(d => d.RetiredAt is not null).OrderBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => EvidenceRow.Of(d, scans.GetValueOrDefault(d.Current.File), today))],
            asked,
            await db.OnRegister(owner, cancel)));
    }
}

/// <summary>The library page: the documents, what buyers ask for, and the evidence that the regulator gives.</summary>
public sealed record EvidenceLibraryPage(IReadOnlyList<EvidenceRow> InUse, IReadOnlyList<EvidenceRow> Retired, IReadOnlyList<EvidenceRequest> Asked, IReadOnlyList<HomeOnRegister> Homes);

/// <summary>One document as a line of a list.</summary>
public sealed record EvidenceRow(Guid Id, string Title, EvidenceKind Kind, string Issuer, int Version, DateOnly? ExpiresOn, string State, ScanState Scan, int Homes, EvidenceReview? Checked)
{
    private const int Soon = 60;

    public static EvidenceRow Of(EvidenceDocument document, ScanState scan, DateOnly today) => new(
        document.Id.Value,
        document.Title,
        document.Kind,
        document.Issuer,
        document.Current.Number,
        document.ExpiresOn,
        StateOf(document, today),
        scan,
        document.Homes.Count,
        document.Reviews.Where(r => r.Sha256 == document.Current.Sha256).MaxBy(r => r.At));

    /// <summary>Valid, Lapsing (within 60 days), Lapsed, or Retired.</summary>
    public static string StateOf(EvidenceDocument document, DateOnly today) => document switch
    {
        { RetiredAt: not null } => "Retired",
        { ExpiresOn: { } day } when day < today => "Lapsed",
        { ExpiresOn: { } day } when day.DayNumber - today.DayNumber <= Soon => "Lapsing",
        _ => "Valid",
    };
}
