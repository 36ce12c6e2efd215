using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Web.Furniture;
using Portal.Web.Tenders.Drafting;

namespace Portal.Web.Tenders.Amending;

/// <summary>Prepares new versions of documents, or further ones, for an amendment.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend/documents")]
public sealed class ProposeDocumentController(PortalDb db, ProposeDocument propose) : PageController
{
    private const long MostUpload = PublicFiles.MostBytes + (1024 * 1024);

    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new ProposeDocumentForm(), cancel);

    [HttpPost]
    [RequestSizeLimit(MostUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public Task<IActionResult> Post(string tenderRef, ProposeDocumentForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await using Stream content = form.File!.OpenReadStream();
            TenderDocumentId? replaces = form.Replaces is { } old ? new TenderDocumentId(old) : null;
            await propose.Execute(Actor, tenderRef, replaces, (form.File.FileName, form.Kind ?? "Specification"), content, cancel);
        },
        then: () => Redirect($"/tenders/{tenderRef}/amend"),
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, ProposeDocumentForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        List<Choice> old = [.. tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase).Select(d => new Choice(d.Id.Value.ToString(), d.Name))];
        return View("ProposeDocument", new ProposeDocumentPage(tender.Ref, tender.Title, old, form));
    }
}

/// <summary>The page.</summary>
public sealed record ProposeDocumentPage(string Ref, string Title, IReadOnlyList<Choice> Published, ProposeDocumentForm Form)
{
    public static IReadOnlyList<Choice> Kinds => TenderDocumentsPage.Kinds;
}

/// <summary>What is sent.</summary>
public sealed record ProposeDocumentForm
{
    /// <summary>The published document that it takes the place of; none adds it.</summary>
    public Guid? Replaces { get; init; }

    [StringLength(60, ErrorMessage = "Choose a kind from the list")]
    public string? Kind { get; init; }

    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; init; }
}
