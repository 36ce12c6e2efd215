using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>The organisation's direct awards, newest first.</summary>
[Authorize(Policies.Buyers)]
[Route(DirectAwardLinks.List)]
public sealed class DirectAwardsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? after, CancellationToken cancel)
    {
        IQueryable<DirectAward> ours = db.DirectAwards.AsNoTracking().Where(d => d.Buyer == Actor.Organisation);
        if (!string.IsNullOrEmpty(after))
        {
            ours = ours.Where(d => d.TenderRef.CompareTo(after) < 0);
        }

        var rows = await (from direct in ours
                          join tender in db.Tenders on direct.Tender equals tender.Id
                          orderby direct.TenderRef descending
                          select new { direct.TenderRef, tender.Title, direct.SupplierName, direct.GroundCode, direct.Stage, Tender = tender.Stage }).Take(PageOf.Size + 1).ToListAsync(cancel);
        DirectAwardLine[] lines = [.. rows.Select(row => new DirectAwardLine(row.TenderRef, row.Title, row.SupplierName, DirectAwardGround.Coded(row.GroundCode).Title, Status(row.Stage, row.Tender)))];
        return View(new DirectAwardsPage(PageOf.From(lines, line => line.Ref), Actor.Is(Role.Commissioner, Role.RccCommissioner)));
    }

    private static string Status(DirectAwardStage stage, TenderStage tender) => (stage, tender) switch
    {
        (DirectAwardStage.GivenUp, _) => "Given up",
        (_, TenderStage.Cancelled) => "Cancelled",
        (DirectAwardStage.Justifying, _) => "In progress",
        _ => GovWords.Of(tender),
    };
}

/// <summary>The page.</summary>
public sealed record DirectAwardsPage(PageOf<DirectAwardLine> Lines, bool MayBegin);

/// <summary>One direct award of the list.</summary>
public sealed record DirectAwardLine(string Ref, string Title, string Supplier, string Ground, string Status);
