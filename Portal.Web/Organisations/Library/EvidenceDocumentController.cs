using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>One document of the library: its versions, what rests on it, who may read it and who checked it.</summary>
[Authorize(Policies.Providers)]
[Route("/organisations/evidence/{id:guid}")]
public sealed class EvidenceDocumentController(PortalDb db, IKeyStore keys, KeepFile keep, RenewEvidence renew, ShareEvidence share, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(EvidenceDocumentId id, CancellationToken cancel) => Page(id, new RenewForm(), cancel);

    [HttpPost("versions")]
    [RequestSizeLimit(AddEvidenceController.MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = AddEvidenceController.MostBytes, MemoryBufferThreshold = AddEvidenceController.MostBytes)]
    public Task<IActionResult> Renew(EvidenceDocumentId id, RenewForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await db.LoadEvidence(Actor, id, cancel);
            await using Stream bytes = form.File!.OpenReadStream();
            Upload upload = await keep.Execute(Actor, form.File.FileName, form.File.Length, bytes, cancel);
            await renew.Execute(Actor, id, upload.Id, form.ExpiresOn, cancel);
        },
        then: () => Done(id, "The new version is in your library. Bids keep the version they had."),
        again: () => Page(id, form, cancel));

    [HttpPost("share")]
    public Task<IActionResult> Share(EvidenceDocumentId id, string? buyer, CancellationToken cancel) => Try(
        act: () => share.Execute(Actor, id, buyer ?? "", share: true, cancel),
        then: () => Done(id, "Shared. You can end it at any time."),
        again: () => Page(id, new RenewForm(), cancel));

    [HttpPost("unshare")]
    public Task<IActionResult> Unshare(EvidenceDocumentId id, string? buyer, CancellationToken cancel) => Try(
        act: () => share.Execute(Actor, id, buyer ?? "", share: false, cancel),
        then: () => Done(id, "Sharing has ended."),
        again: () => Page(id, new RenewForm(), cancel));

    [HttpPost("retire")]
    public Task<IActionResult> Retire([FromServices] RetireEvidence retire, EvidenceDocumentId id, CancellationToken cancel) => Try(
        act: () => retire.Execute(Actor, id, cancel),
        then: () => Done(id, "The document is out of use. Adding a version puts it back."),
        again: () => Page(id, new RenewForm(), cancel));

    private RedirectResult Done(EvidenceDocumentId id, string told)
    {
        Tell(told);
        return Redirect(EvidenceLinks.Of(id.Value));
    }

    private async Task<IActionResult> Page(EvidenceDocumentId id, RenewForm form, CancellationToken cancel)
    {
        EvidenceDocument document = await db.LoadEvidence(Actor, id, cancel);
        UploadId[] files = [.. document.Versions.Select(v => v.File)];
        Dictionary<UploadId, ScanState> scans = await db.Uploads.AsNoTracking().IgnoreAutoIncludes().Where(u => files.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Scan, cancel);
        List<Organisation> buyers = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Authority || o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative).OrderBy(o => o.Name).ToListAsync(cancel);
        return View("EvidenceDocument", new EvidenceDocumentPage(
            document,
            EvidenceRow.StateOf(document, LondonTime.DateOf(clock.GetUtcNow())),
            scans,
            await new EvidenceUses(db, keys).Of(document, cancel),
            [.. buyers.Where(b => document.IsSharedWith(b.Id)).Select(b => new Choice(b.Code, b.Name))],
            [.. buyers.Where(b => !document.IsSharedWith(b.Id)).Select(b => new Choice(b.Code, b.Name))],
            form));
    }
}

/// <summary>The page; the document is read only.</summary>
public sealed record EvidenceDocumentPage(
    EvidenceDocument Document,
    string State,
    IReadOnlyDictionary<UploadId, ScanState> Scans,
    IReadOnlyList<EvidenceUse> Uses,
    IReadOnlyList<Choice> SharedWith,
    IReadOnlyList<Choice> Others,
    RenewForm Form);

/// <summary>The next version as sent.</summary>
public sealed record RenewForm
{
    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; init; }

    public DateOnly? ExpiresOn { get; init; }
}
