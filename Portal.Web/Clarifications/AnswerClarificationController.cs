using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Clarifications;

/// <summary>The buyer answers a question, to all or, with a reason, to the asker alone.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/questions/{number}/answer")]
public sealed class AnswerClarificationController(PortalDb db, AnswerClarification answer) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int number, CancellationToken cancel)
    {
        (Tender tender, Clarification asked) = await Load(tenderRef, number, cancel);
        return View(await Page(tender, asked, new AnswerClarificationForm { PublishedQuestion = asked.Question }, cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int number, AnswerClarificationForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, tenderRef, number, new BuyersAnswer(form.PublishedQuestion ?? "", form.Answer!, form.ConfidentialReason), cancel),
        then: () =>
        {
            Tell(string.IsNullOrWhiteSpace(form.ConfidentialReason) ? "The answer is published, and everybody who has shown interest has a message." : "The asker has the answer. Your reason is on record for legal.");
            return Redirect(TenderLinks.Questions(tenderRef));
        },
        again: async () =>
        {
            (Tender tender, Clarification asked) = await Load(tenderRef, number, cancel);
            return View(await Page(tender, asked, form, cancel));
        });

    private async Task<AnswerClarificationPage> Page(Tender tender, Clarification asked, AnswerClarificationForm form, CancellationToken cancel)
    {
        var others = await db.Clarifications.AsNoTracking()
            .Where(c => c.Tender == tender.Id && c.Number != asked.Number && c.Stage != ClarificationStage.Merged && c.ConfidentialReason == null)
            .OrderBy(c => c.Number).Select(c => new { c.Number, Text = c.PublishedQuestion ?? c.Question }).ToListAsync(cancel);
        return new AnswerClarificationPage(tender.Ref, tender.Title, asked.Number, asked.Question, asked.ConfidentialWish, asked.Stage, form)
        {
            ByEmail = asked.CameByEmail,
            Others = [.. others.Select(o => new Choice(o.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Question {o.Number}: {(o.Text.Length > 80 ? o.Text[..80] + "…" : o.Text)}"))],
        };
    }

    private async Task<(Tender Tender, Clarification Asked)> Load(string tenderRef, int number, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        Clarification asked = await db.Clarifications.AsNoTracking().SingleOrDefaultAsync(c => c.Tender == tender.Id && c.Number == number, cancel) ?? throw new NotFound($"Question {number}");
        return (tender, asked);
    }
}

/// <summary>The page.</summary>
public sealed record AnswerClarificationPage(string Ref, string Title, int Number, string Question, string? ConfidentialWish, ClarificationStage Stage, AnswerClarificationForm Form)
{
    public bool ByEmail { get; init; }

    /// <summary>Questions that it could be joined with.</summary>
    public IReadOnlyList<Choice> Others { get; init; } = [];
}

/// <summary>What is typed.</summary>
public sealed record AnswerClarificationForm
{
    [StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? PublishedQuestion { get; init; }

    [Required(ErrorMessage = "Enter the answer"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Answer { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? ConfidentialReason { get; init; }
}
