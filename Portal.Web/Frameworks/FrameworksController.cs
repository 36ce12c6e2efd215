using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Every framework: search, filter, value used.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks")]
public sealed class FrameworksController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, FrameworkLevel? level, FrameworkStage? stage, string? after, CancellationToken cancel) =>
        View(new FrameworksPage(q, level, stage, await FrameworksPage.Find(db, (q, level, stage, after), cancel)));
}

/// <summary>The list of frameworks.</summary>
public sealed record FrameworksPage(string? Q, FrameworkLevel? Level, FrameworkStage? Stage, PageOf<FrameworkRow> Found)
{
    public static async Task<PageOf<FrameworkRow>> Find(PortalDb db, (string? Q, FrameworkLevel? Level, FrameworkStage? Stage, string? After) asked, CancellationToken cancel)
    {
        IQueryable<Framework> found = Filtered(db.Frameworks.AsNoTracking().IgnoreAutoIncludes(), asked);
        DbSet<Organisation> organisations = db.Organisations;
        DbSet<HomeAdmission> homes = db.HomeAdmissions;
        FrameworkRow[] rows = await found.OrderBy(f => f.Ref).Take(PageOf.Size + 1)
            .Select(f => new FrameworkRow
            {
                Ref = f.Ref,
                Title = f.Title,
                Level = f.Level,
                Stage = f.Stage,
                EndsOn = f.EndsOn,
                Cooperative = organisations.Where(o => o.Id == f.Cooperative).Select(o => o.Name).FirstOrDefault() ?? "",
                Lots = f.Lots.Count,
                Homes = homes.Count(h => h.Framework == f.Id && h.Status == HomeAdmissionStatus.Onboarded),
                Used = f.ValueUsed,
                Estimated = f.EstimatedValue,
            })
            .ToArrayAsync(cancel);
        return PageOf.From(rows, r => r.Ref);
    }

    private static IQueryable<Framework> Filtered(IQueryable<Framework> all, (string? Q, FrameworkLevel? Level, FrameworkStage? Stage, string? After) asked)
    {
        if (SearchPattern.Containing(asked.Q) is { } pattern)
        {
            all = all.Where(f => EF.Functions.Like(f.Title, pattern, SearchPattern.Escape) || EF.Functions.Like(f.Ref, pattern, SearchPattern.Escape));
        }

        if (asked.Level is { } level)
        {
            all = all.Where(f => f.Level == level);
        }

        if (asked.Stage is { } stage)
        {
            all = all.Where(f => f.Stage == stage);
        }

        return asked.After is { } after ? all.Where(f => f.Ref.CompareTo(after) > 0) : all;
    }
}

/// <summary>One framework in the list.</summary>
public sealed record FrameworkRow
{
    public required string Ref { get; init; }

    public required string Title { get; init; }

    public required FrameworkLevel Level { get; init; }

    public required FrameworkStage Stage { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required string Cooperative { get; init; }

    public required int Lots { get; init; }

    public required int Homes { get; init; }

    public required Domain.Kernel.Money Used { get; init; }

    public required Domain.Kernel.Money Estimated { get; init; }

    public int PercentUsed => Estimated.Amount > 0m ? (int)decimal.Floor(Used.Amount * 100m / Estimated.Amount) : 0;
}
