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
        return View(await Page(tender, asked, new AnswerClarificationForm { PublishedQuestion = asked.Held?.Question ?? asked.Question, Answer = asked.Held?.Answer, Effect = asked.Held is null ? null : AnswerEffect.ChangesDocuments }, cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int number, AnswerClarificationForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, tenderRef, number, new BuyersAnswer(form.PublishedQuestion ?? "", form.Answer!, form.ConfidentialReason) { Effect = form.Effect!.Value }, cancel),
        then: () =>
        {
            if (db.Clarifications.Local.Any(c => c.Number == number && c.Held is not null))
            {
                Tell("The answer is kept and nobody has read it. Prepare and publish the change now; the answer goes out with it.");
                return Redirect($"/tenders/{tenderRef}/amend?because={Uri.EscapeDataString($"Question {number} was asked.")}");
            }

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
            Held = asked.Held,
            Change = asked.ChangeSince(tender),
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

    /// <summary>An answer that is written and waits for its change.</summary>
    public HeldAnswer? Held { get; init; }

    /// <summary>The latest change published since the question was asked.</summary>
    public int? Change { get; init; }

    public IReadOnlyList<Choice> Effects =>
    [
        new(nameof(AnswerEffect.Explains), "It explains only", "Conditions, criteria, prices, dates and documents stay as they are published"),
        new(nameof(AnswerEffect.ChangesDocuments), "It changes the documents", Change is { } number ? $"Change {number} has been published since the question was asked; everybody is led to it" : "The answer waits until you have published the change, with more time considered, and goes out with it"),
    ];

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

    [Required(ErrorMessage = "Say whether the answer explains only, or changes the documents")]
    public AnswerEffect? Effect { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? ConfidentialReason { get; init; }
}
