using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Clarifications;

/// <summary>The buyer puts a supplier's e-mail on record and, where it asks something, makes it a question.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/questions/import")]
public sealed class ImportEmailController(PortalDb db, ImportEmail import) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new ImportEmailForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ImportEmailForm form, CancellationToken cancel) => Try(
        act: () => import.Execute(Actor, tenderRef, new ReceivedEmail(form.From ?? "", form.SentAt!.Value, form.Subject ?? "", form.Text ?? ""), form.Question, cancel),
        then: () =>
        {
            Tell(string.IsNullOrWhiteSpace(form.Question) ? "The e-mail is on record." : "The e-mail is on record, and its question waits for your answer to everybody.");
            return Redirect(string.IsNullOrWhiteSpace(form.Question) ? $"{TenderLinks.Questions(tenderRef)}/emails" : TenderLinks.Questions(tenderRef));
        },
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, ImportEmailForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return tender.IsPublished ? View("ImportEmail", new ImportEmailPage(tender.Ref, tender.Title, form)) : throw new NotFound($"Tender {tenderRef}");
    }
}

/// <summary>The page.</summary>
public sealed record ImportEmailPage(string Ref, string Title, ImportEmailForm Form);

/// <summary>What is typed.</summary>
public sealed record ImportEmailForm
{
    [Display(Name = "Sender"), Required(ErrorMessage = "Enter who sent it"), StringLength(320, ErrorMessage = "At most 320 characters")]
    public string? From { get; init; }

    [Display(Name = "When it was sent"), Required(ErrorMessage = "Enter when it was sent")]
    public DateTimeOffset? SentAt { get; init; }

    [Required(ErrorMessage = "Enter its subject"), StringLength(500, ErrorMessage = "At most 500 characters")]
    public string? Subject { get; init; }

    [Required(ErrorMessage = "Enter what it says"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Text { get; init; }

    [StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Question { get; init; }
}
