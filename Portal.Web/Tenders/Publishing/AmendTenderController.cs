using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Publishing;

/// <summary>Changes a running tender for everybody alike: later dates, new versions of documents, a correction in words.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend")]
public sealed class AmendTenderController(PortalDb db, AmendTender amend, ReplaceTenderDocument replace) : PageController
{
    private const long MostUpload = PublicFiles.MostBytes + (1024 * 1024);

    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new AmendTenderForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, AmendTenderForm form, CancellationToken cancel) => Try(
        act: () => amend.Execute(Actor, tenderRef, form.Amendment(), cancel),
        then: () =>
        {
            Tell("The change is published, and everybody who has shown interest is told.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: () => Page(tenderRef, form, cancel));

    [HttpPost("documents/{document}")]
    [RequestSizeLimit(MostUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public Task<IActionResult> Replace(string tenderRef, TenderDocumentId document, [Required(ErrorMessage = "Choose a file")] IFormFile? file, CancellationToken cancel) => Try(
        act: async () =>
        {
            await using Stream content = file!.OpenReadStream();
            await replace.Execute(Actor, tenderRef, document, file.FileName, content, cancel);
        },
        then: () =>
        {
            Tell("The new version is published. Now say what changed, so that everybody is told.");
            return Redirect($"/tenders/{tenderRef}/amend");
        },
        again: () => Page(tenderRef, new AmendTenderForm(), cancel));

    private async Task<IActionResult> Page(string tenderRef, AmendTenderForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View("AmendTender", new AmendTenderPage(tender.Ref, tender.Title, tender, form));
    }
}

/// <summary>The page.</summary>
public sealed record AmendTenderPage(string Ref, string Title, Tender Tender, AmendTenderForm Form);

/// <summary>What is typed.</summary>
public sealed record AmendTenderForm
{
    [Required(ErrorMessage = "Say what changes"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Say why"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Why { get; init; }

    [Required(ErrorMessage = "Say whether more time is needed, and why or why not"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? ExtensionConsidered { get; init; }

    [Display(Name = "New last time for questions")]
    public DateTimeOffset? QuestionsCloseAt { get; init; }

    [Display(Name = "New deadline")]
    public DateTimeOffset? ClosesAt { get; init; }

    public Amendment Amendment() => new(What ?? "", Why ?? "", ExtensionConsidered ?? "", QuestionsCloseAt, ClosesAt);
}
