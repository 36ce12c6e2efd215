using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders;

/// <summary>The organisation's tenders as a board by stage, drafts included.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/ours")]
public sealed class OurTendersController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, string? after, CancellationToken cancel)
    {
        IQueryable<Tender> ours = db.Tenders.AsNoTracking().Where(t => t.Buyer == Actor.Organisation || t.Team.Any(m => m.Person == Actor.Person));
        if (!string.IsNullOrWhiteSpace(q))
        {
            ours = ours.Where(t => t.Title.Contains(q) || t.Ref.Contains(q));
        }

        if (!string.IsNullOrEmpty(after))
        {
            ours = ours.Where(t => t.Ref.CompareTo(after) < 0);
        }

        List<TenderLine> rows = await ours.OrderByDescending(t => t.Ref).Take(PageOf.Size + 1)
            .Select(t => new TenderLine(t.Ref, t.Title, t.Stage, t.ClosesAt, t.PublishedAt != null, t.DirectGround != null)).ToListAsync(cancel);
        return View(new OurTendersPage(q, PageOf.From(rows, r => r.Ref)));
    }
}

/// <summary>The page.</summary>
public sealed record OurTendersPage(string? Words, PageOf<TenderLine> Tenders);

/// <summary>One tender of the list.</summary>
public sealed record TenderLine(string Ref, string Title, TenderStage Stage, DateTimeOffset? ClosesAt, bool Published, bool Direct)
{
    public string Href => Direct ? $"/direct-awards/{Ref}" : Published ? TenderLinks.Page(Ref) : TenderLinks.Draft(Ref);
}
