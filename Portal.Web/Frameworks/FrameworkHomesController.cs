using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>The homes of a framework and how far their onboarding is.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/{frameworkRef}/homes")]
public sealed class FrameworkHomesController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, string? q, string? lot, HomeAdmissionStatus? status, string? after, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        return View(new FrameworkHomesPage(framework, q, lot, status, await FrameworkHomesPage.Find(db, framework.Id, (q, lot, status, after), cancel)));
    }
}

/// <summary>The list of homes on a framework.</summary>
public sealed record FrameworkHomesPage(Framework Framework, string? Q, string? Lot, HomeAdmissionStatus? Status, PageOf<FrameworkHomeRow> Found)
{
    public IEnumerable<Choice> Lots => Framework.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"{l.Number}. {l.Title}"));

    public static async Task<PageOf<FrameworkHomeRow>> Find(PortalDb db, FrameworkId framework, (string? Q, string? Lot, HomeAdmissionStatus? Status, string? After) asked, CancellationToken cancel)
    {
        IQueryable<FrameworkHomeRow> rows =
            from admission in Filtered(db.HomeAdmissions.AsNoTracking().Where(h => h.Framework == framework), asked)
            join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
            join provider in db.Organisations on admission.Provider equals provider.Id
            select new FrameworkHomeRow
            {
                Urn = home.Urn,
                Name = home.Name,
                Provider = provider.Name,
                Lot = admission.LotNumber,
                Status = admission.Status,
                Judgement = home.Judgement,
                Places = home.PlacesRegistered,
                Occupied = home.PlacesOccupied,
                Checks = admission.Checks.Count(c => c.Satisfied),
            };
        if (SearchPattern.Containing(asked.Q) is { } pattern)
        {
            rows = rows.Where(r => EF.Functions.Like(r.Name, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Urn, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Provider, pattern, SearchPattern.Escape));
        }

        if (asked.After?.Split('|') is [var urn, var lot])
        {
            rows = rows.Where(r => r.Urn.CompareTo(urn) > 0 || (r.Urn == urn && r.Lot.CompareTo(lot) > 0));
        }

        FrameworkHomeRow[] page = await rows.OrderBy(r => r.Urn).ThenBy(r => r.Lot).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return PageOf.From(page, r => $"{r.Urn}|{r.Lot}");
    }

    private static IQueryable<HomeAdmission> Filtered(IQueryable<HomeAdmission> homes, (string? Q, string? Lot, HomeAdmissionStatus? Status, string? After) asked)
    {
        if (!string.IsNullOrEmpty(asked.Lot))
        {
            homes = homes.Where(h => h.LotNumber == asked.Lot);
        }

        return asked.Status is { } status ? homes.Where(h => h.Status == status) : homes;
    }
}

/// <summary>One home on one lot.</summary>
public sealed record FrameworkHomeRow
{
    public required string Urn { get; init; }

    public required string Name { get; init; }

    public required string Provider { get; init; }

    public required string Lot { get; init; }

    public required HomeAdmissionStatus Status { get; init; }

    public required Judgement Judgement { get; init; }

    public required int Places { get; init; }

    public required int Occupied { get; init; }

    public required int Checks { get; init; }
}
