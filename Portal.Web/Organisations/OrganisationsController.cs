using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Authorities by region with their co-operative, and the other organisations, by name.</summary>
[Authorize(Policies.SignedIn)]
[Route(OrganisationLinks.All)]
public sealed class OrganisationsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(OrganisationKind? kind, string? q, string? after, CancellationToken cancel)
    {
        OrganisationKind shown = kind ?? OrganisationKind.Authority;
        IQueryable<Organisation> wanted = db.Organisations.AsNoTracking().Where(o => o.Kind == shown);
        if (!string.IsNullOrWhiteSpace(q))
        {
            wanted = wanted.Where(o => o.Name.Contains(q) || o.Code == q);
        }

        if (after is not null)
        {
            wanted = wanted.Where(o => o.Name.CompareTo(after) > 0);
        }

        List<OrganisationRow> rows = await wanted.OrderBy(o => o.Name).Take(PageOf.Size + 1)
            .Select(o => new OrganisationRow(o.Code, o.Name, o.Region, db.Set<Organisation>().Where(p => p.Id == o.Parent).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(cancel);
        return View(new OrganisationsPage(shown, q, PageOf.From(rows, r => r.Name)));
    }
}

/// <summary>The page.</summary>
public sealed record OrganisationsPage(OrganisationKind Kind, string? Query, PageOf<OrganisationRow> Rows);

/// <summary>One line.</summary>
public sealed record OrganisationRow(string Code, string Name, string? Region, string? Parent);
