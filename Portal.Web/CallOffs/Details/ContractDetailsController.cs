using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs.Details;

/// <summary>Published contract details of placements of £30,000 or more, for anybody: no child, no home, the month instead of the day.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("/contract-details")]
public sealed class ContractDetailsController(PortalDb db) : PageController
{
    private const int Most = 20_000;

    [HttpGet]
    public async Task<IActionResult> Show(string? after, CancellationToken cancel)
    {
        IQueryable<PublishedContract> all = db.PublishedContracts;
        PublishedContract[] rows = await (after is null ? all : all.Where(c => c.CallOff.CompareTo(after) > 0)).OrderBy(c => c.CallOff).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return View(new ContractDetailsPage(PageOf.From(rows, c => c.CallOff)));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Download(CancellationToken cancel)
    {
        List<PublishedContract> rows = await db.PublishedContracts.OrderBy(c => c.CallOff).Take(Most).ToListAsync(cancel);
        return Csv.File(
            "contract-details.csv",
            ["reference", "authority", "provider", "serviceType", "framework", "value", "entered", "batch"],
            rows.Select(r => new object?[] { r.CallOff, r.Authority, r.Provider, r.Service, r.Framework, r.Value, r.Month, r.Batch }));
    }
}

/// <summary>The public list.</summary>
public sealed record ContractDetailsPage(PageOf<PublishedContract> Found);
