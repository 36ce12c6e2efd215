using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Amending;

/// <summary>Every change of a published tender, old beside new, newest first; for everybody.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/changes")]
public sealed class TenderChangesController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        return View(new TenderChangesPage(tender.Ref, tender.Title, [.. tender.Amendments.OrderByDescending(a => a.At)]));
    }
}

/// <summary>The page.</summary>
public sealed record TenderChangesPage(string Ref, string Title, IReadOnlyList<Amendment> Changes);
