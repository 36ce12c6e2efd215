using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Novations;

/// <summary>One home's prices through time, under every URN that it has had.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/register/homes/{urn}")]
public sealed class PriceHistoryController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string urn, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, cancel) ?? throw new NotFound("The home");
        IReadOnlyList<string> urns = await db.UrnsOf(urn, cancel);
        return View(new PriceHistoryPage(
            home,
            urns,
            await db.ProviderHomes.Where(h => h.FormerUrn == urn).Select(h => h.Urn).FirstOrDefaultAsync(cancel),
            await db.PriceHistoryOf(urns, cancel),
            await db.Novations.AsNoTracking().Where(n => urns.Contains(n.Urn)).OrderByDescending(n => n.SignedOn).ToListAsync(cancel),
            await db.PlacesNotPassedTo(urn, cancel)));
    }
}

/// <summary>The page.</summary>
public sealed record PriceHistoryPage(ProviderHome Home, IReadOnlyList<string> Urns, string? Successor, IReadOnlyList<PriceHistoryRow> Rows, IReadOnlyList<Novation> Novations, IReadOnlyList<PlaceNotPassed> NotPassed);
