using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Clarifications;

/// <summary>Every published question and answer of a tender on one page, and the same as a PDF.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/questions")]
public sealed class AllAnswersController(PortalDb db) : PageController
{
    private const string Letter = "/Clarifications/AllAnswers.cshtml";

    [HttpGet("all")]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(Letter, await Read(tenderRef, cancel));

    [HttpGet("all.pdf")]
    public async Task<IActionResult> AsPdf(string tenderRef, CancellationToken cancel) =>
        new PdfResult(Letter, await Read(tenderRef, cancel), $"answers-{tenderRef}.pdf");

    private async Task<AllAnswersPage> Read(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        List<Clarification> answered = await db.Clarifications.AsNoTracking()
            .Where(c => c.Tender == tender.Id && c.Stage == ClarificationStage.Answered && c.ConfidentialReason == null).OrderBy(c => c.Number).ToListAsync(cancel);
        return new AllAnswersPage(tender.Ref, tender.Title, [.. answered.Select(c => new PublishedAnswer(c.Number, c.LotNumber, c.PublishedQuestion!, c.Answer!, c.AnsweredAt!.Value))]);
    }
}

/// <summary>The page.</summary>
public sealed record AllAnswersPage(string Ref, string Title, IReadOnlyList<PublishedAnswer> Answers);

/// <summary>A question and its answer as everybody reads them.</summary>
public sealed record PublishedAnswer(int Number, string? Lot, string Question, string Answer, DateTimeOffset At);
