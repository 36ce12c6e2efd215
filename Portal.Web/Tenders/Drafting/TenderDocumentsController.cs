using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>The documents of a draft that everybody will download.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/documents")]
public sealed class TenderDocumentsController(PortalDb db, AddTenderDocument add, RemoveTenderDocument remove) : PageController
{
    private const long MostUpload = PublicFiles.MostBytes + (1024 * 1024);

    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new TenderDocumentForm(), cancel);

    [HttpPost]
    [RequestSizeLimit(MostUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public Task<IActionResult> Add(string tenderRef, TenderDocumentForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await using Stream content = form.File!.OpenReadStream();
            await add.Execute(Actor, tenderRef, form.File.FileName, form.Kind ?? "Specification", content, cancel);
        },
        then: () => Redirect(TenderLinks.Section(tenderRef, "documents")),
        again: () => Page(tenderRef, form, cancel));

    [HttpPost("{document}/remove")]
    public Task<IActionResult> Remove(string tenderRef, TenderDocumentId document, CancellationToken cancel) => Try(
        act: () => remove.Execute(Actor, tenderRef, document, cancel),
        then: () => Redirect(TenderLinks.Section(tenderRef, "documents")),
        again: () => Page(tenderRef, new TenderDocumentForm(), cancel));

    private async Task<IActionResult> Page(string tenderRef, TenderDocumentForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View("TenderDocuments", new TenderDocumentsPage(tender.Ref, tender.Title, [.. tender.Documents.OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase)], form));
    }
}

/// <summary>The page.</summary>
public sealed record TenderDocumentsPage(string Ref, string Title, IReadOnlyList<TenderDocument> Documents, TenderDocumentForm Form)
{
    public static IReadOnlyList<Choice> Kinds { get; } = [.. new[] { "Specification", "Contract terms", "Instructions to tenderers", "Pricing guidance", "Supporting information" }.Select(k => new Choice(k, k))];
}

/// <summary>What is sent.</summary>
public sealed record TenderDocumentForm
{
    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; init; }

    [StringLength(60, ErrorMessage = "Choose a kind from the list")]
    public string? Kind { get; init; }
}
