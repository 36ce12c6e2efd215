using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>Who declined to bid and why, for the buyer.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/declined")]
public sealed class DeclinedTendersController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        List<DeclinedLine> lines = await (
            from declined in db.DeclinedTenders.AsNoTracking()
            where declined.Tender == tender.Id
            join provider in db.Organisations on declined.Provider equals provider.Id
            orderby declined.At descending
            select new DeclinedLine(provider.Name, declined.Reason, declined.At)).ToListAsync(cancel);
        return View(new DeclinedTendersPage(tender.Ref, tender.Title, lines));
    }
}

/// <summary>The page.</summary>
public sealed record DeclinedTendersPage(string Ref, string Title, IReadOnlyList<DeclinedLine> Lines);

/// <summary>One provider's reason.</summary>
public sealed record DeclinedLine(string Provider, string Reason, DateTimeOffset At);
