using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Home;

/// <summary>The public start page: what is open, what closes soon, what was awarded.</summary>
[AllowAnonymous]
[Route("/")]
public sealed class StartController(PortalDb db, PortalSettings settings, TimeProvider clock) : PageController
{
    private const int Shown = 8;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Tender> open = await db.PublishedTenders(new TenderQuestion(Status: PublicStatus.Open), null, now).Take(Shown).ToListAsync(cancel);
        List<Tender> awarded = await db.PublishedTenders(new TenderQuestion(Status: PublicStatus.Awarded), null, now).OrderByDescending(t => t.ClosesAt).Take(Shown).ToListAsync(cancel);
        int openCount = await db.PublishedTenders(new TenderQuestion(Status: PublicStatus.Open), null, now).CountAsync(cancel);
        Dictionary<OrganisationId, string> buyers = await Buyers([.. open.Concat(awarded).Select(t => t.Buyer).Distinct()], cancel);
        DateTimeOffset soon = now.AddDays(7);
        return View(new StartPage(
            openCount,
            [.. open.Where(t => t.ClosesAt <= soon).Select(t => Line(t, buyers))],
            [.. open.Where(t => t.ClosesAt > soon).Select(t => Line(t, buyers))],
            [.. awarded.Select(t => Line(t, buyers))])
        {
            Demo = settings.Demo && KnownActor is null,
        });
    }

    private static OpportunityLine Line(Tender tender, Dictionary<OrganisationId, string> buyers) =>
        new(tender.Ref, tender.Title, buyers.GetValueOrDefault(tender.Buyer, ""), tender.ClosesAt, tender.Lots.Count);

    private Task<Dictionary<OrganisationId, string>> Buyers(List<OrganisationId> ids, CancellationToken cancel) =>
        db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
}

/// <summary>The page.</summary>
public sealed record StartPage(int OpenCount, IReadOnlyList<OpportunityLine> ClosingSoon, IReadOnlyList<OpportunityLine> Open, IReadOnlyList<OpportunityLine> Awarded)
{
    /// <summary>Development with demo data, and nobody is signed in.</summary>
    public bool Demo { get; init; }
}

/// <summary>One tender as the public sees it in a list.</summary>
public sealed record OpportunityLine(string Ref, string Title, string Buyer, DateTimeOffset? ClosesAt, int Lots);
