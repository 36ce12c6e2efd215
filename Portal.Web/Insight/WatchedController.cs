using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Insight;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Insight;

/// <summary>The gate's watched figures: overrides, appeals, premium, sequential sourcing, repeat emergencies, quick approvals.</summary>
[Authorize(Policies.Buyers)]
[Route("/insight/gate")]
public sealed class WatchedController(PortalDb db, TimeProvider clock) : PageController
{
    // Days shown when nobody chooses: a year.
    private const int Usual = 365;

    [HttpGet]
    public async Task<IActionResult> Show(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        InsightScope scope = await Scope(from, to, cancel);
        return View(new WatchedPage(scope, await db.WatchedFigures(scope, cancel)));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Download(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        InsightScope scope = await Scope(from, to, cancel);
        WatchedFigures figures = await db.WatchedFigures(scope, cancel);
        return Csv.File(
            $"overrides-{scope.From:yyyy-MM-dd}-{scope.To:yyyy-MM-dd}.csv",
            ["kind", "name", "overrides", "of", "rate"],
            figures.ByAuthority.Select(f => new object?[] { "authority", f.Name, f.Overrides, f.Of, f.Rate })
                .Concat(figures.ByProvider.Select(f => new object?[] { "provider", f.Name, f.Overrides, f.Of, f.Rate }))
                .Concat(figures.ByApprover.Select(f => new object?[] { "approver", f.Name, f.Overrides, f.Of, f.Rate })));
    }

    private async Task<InsightScope> Scope(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        DateOnly last = to ?? LondonTime.DateOf(clock.GetUtcNow());
        return await InsightScope.Of(db, Actor, from ?? last.AddDays(-Usual), last, cancel);
    }
}

/// <summary>The watched figures as their page shows them.</summary>
public sealed record WatchedPage(InsightScope Scope, WatchedFigures Figures)
{
    [Display(Name = "From")]
    public DateOnly? From => Scope.From;

    [Display(Name = "To")]
    public DateOnly? To => Scope.To;

    public int Overrides => Figures.ByAuthority.Sum(a => a.Overrides);

    public int Questions => Figures.ByAuthority.Sum(a => a.Of);

    /// <summary>The finding that the chart's title states.</summary>
    public string Finding => Figures.ByAuthority.FirstOrDefault(a => a.Overrides > 0) is { } most
        ? $"{InsightPage.Percent(Overrides, Questions)} of {Questions} questions went by a reasoned exception; most often in {most.Name} ({most.Rate:0.0} %)"
        : $"None of {Questions} questions went by a reasoned exception";

    public string RepeatFinding => $"{Figures.Repeats.Sum(r => r.Children)} children were placed by emergency more than once; most in {(Figures.Repeats.Count == 0 ? "" : Figures.Repeats[0].Authority)}";
}
