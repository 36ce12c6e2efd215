using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Clarifications;

/// <summary>A provider asks a question.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tenderRef}/questions/ask")]
public sealed class AskClarificationController(PortalDb db, AskClarification ask) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new AskClarificationForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, AskClarificationForm form, CancellationToken cancel) => Try(
        act: () => ask.Execute(Actor, tenderRef, new AskedQuestion(form.Question!, form.Lot, form.ConfidentialWish), cancel),
        then: () =>
        {
            Tell("Your question has reached the buyer. The answer goes to everybody; nobody is told who asked.");
            return Redirect(TenderLinks.Questions(tenderRef));
        },
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, AskClarificationForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        return View("AskClarification", new AskClarificationPage(tender.Ref, tender.Title, tender.QuestionsCloseAt, [.. tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"Lot {l.Number}: {l.Title}"))], form));
    }
}

/// <summary>The page.</summary>
public sealed record AskClarificationPage(string Ref, string Title, DateTimeOffset? QuestionsCloseAt, IReadOnlyList<Choice> Lots, AskClarificationForm Form);

/// <summary>What is typed.</summary>
public sealed record AskClarificationForm
{
    [Required(ErrorMessage = "Enter your question"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Question { get; init; }

    public string? Lot { get; init; }

    [StringLength(2000, ErrorMessage = "At most 2,000 characters")]
    public string? ConfidentialWish { get; init; }
}
