using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>Published tenders for everybody: search, filter, soonest deadline first.</summary>
[AllowAnonymous]
[Route("/tenders")]
public sealed class FindTendersController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(FindTendersQuery asked, string? after, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        OrganisationId? buyer = asked.Buyer is { Length: > 0 } code ? await db.Organisations.Where(o => o.Code == code).Select(o => (OrganisationId?)o.Id).FirstOrDefaultAsync(cancel) : null;
        List<Tender> rows = await db.PublishedTenders(new TenderQuestion(asked.Q?.Trim(), asked.PublicStatus, asked.Service, buyer), after, now).Take(PageOf.Size + 1).ToListAsync(cancel);
        Dictionary<OrganisationId, string> names = await Names(rows, cancel);
        IQueryable<OrganisationId> buying = db.Tenders.Where(t => t.PublishedAt != null).Select(t => t.Buyer);
        List<Choice> buyers = await db.Organisations.Where(o => buying.Contains(o.Id)).OrderBy(o => o.Name).Select(o => new Choice(o.Code, o.Name, null)).ToListAsync(cancel);
        PageOf<Tender> page = PageOf.From(rows, TenderSearch.CursorAfter);
        return View(new FindTendersPage(asked, [.. page.Items.Select(t => FoundTender.Of(t, names.GetValueOrDefault(t.Buyer, ""), now))], page.Next, buyers));
    }

    private async Task<Dictionary<OrganisationId, string>> Names(List<Tender> tenders, CancellationToken cancel)
    {
        List<OrganisationId> ids = [.. tenders.Select(t => t.Buyer).Distinct()];
        return await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }
}

/// <summary>What is asked for.</summary>
public sealed record FindTendersQuery
{
    public string? Q { get; init; }

    /// <summary>open when not said; all for every status.</summary>
    public string? Status { get; init; }

    public string? Service { get; init; }

    public string? Buyer { get; init; }

    public PublicStatus? PublicStatus => Status switch
    {
        "all" => null,
        "closed" => Domain.Tenders.PublicStatus.Closed,
        "awarded" => Domain.Tenders.PublicStatus.Awarded,
        "cancelled" => Domain.Tenders.PublicStatus.Cancelled,
        _ => Domain.Tenders.PublicStatus.Open,
    };
}

/// <summary>The page.</summary>
public sealed record FindTendersPage(FindTendersQuery Asked, IReadOnlyList<FoundTender> Tenders, string? Next, IReadOnlyList<Choice> Buyers)
{
    public static IReadOnlyList<Choice> Statuses { get; } = [new("open", "Open for bids"), new("closed", "Closed, being assessed"), new("awarded", "Awarded"), new("cancelled", "Ended without award"), new("all", "All")];
}

/// <summary>One tender of the list.</summary>
public sealed record FoundTender(string Ref, string Title, string Buyer, PublicStatus Status, DateTimeOffset? ClosesAt, Money? Value, int Lots, bool TakesRequests)
{
    public static FoundTender Of(Tender tender, string buyer, DateTimeOffset now) =>
        new(tender.Ref, tender.Title, buyer, tender.StatusAt(now), tender.NextDeadline, tender.GrossValue, tender.Lots.Count, tender.TakesRequests(now));
}
