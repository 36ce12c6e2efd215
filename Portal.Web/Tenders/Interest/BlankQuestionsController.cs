using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>The blank questions, prices, evidence and declarations of every lot, for reading and print.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/questions/blank")]
public sealed class BlankQuestionsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        return View(new BlankQuestionsPage(tender.Ref, tender.Title, tender.ClosesAt, [.. tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal)]));
    }
}

/// <summary>The page.</summary>
public sealed record BlankQuestionsPage(string Ref, string Title, DateTimeOffset? ClosesAt, IReadOnlyList<Lot> Lots);
