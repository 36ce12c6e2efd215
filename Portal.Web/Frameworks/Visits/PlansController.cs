using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>Improvement plans of every region, those with overdue actions marked.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/quality/plans")]
public sealed class PlansController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(bool closed, bool overdue, string? after, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        IQueryable<ImprovementPlan> plans = db.ImprovementPlans.AsNoTracking().Where(p => closed ? p.Stage != ImprovementPlanStage.Open : p.Stage == ImprovementPlanStage.Open);
        if (overdue && !closed)
        {
            plans = plans.Where(p => p.Actions.Any(a => a.ConfirmedAt == null && a.DueOn < today));
        }

        if (DateTimeOffset.TryParse(after, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset before))
        {
            plans = plans.Where(p => p.OpenedAt < before);
        }

        List<ImprovementPlan> rows = await plans.OrderByDescending(p => p.OpenedAt).Take(PageOf.Size + 1).ToListAsync(cancel);
        string[] urns = [.. rows.Select(r => r.HomeUrn)];
        Dictionary<string, string> names = await db.ProviderHomes.Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, h => h.Name, cancel);
        return View(new PlansPage(closed, overdue, PageOf.From(rows, r => r.OpenedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), names, today));
    }
}

/// <summary>Plans with their homes' names.</summary>
public sealed record PlansPage(bool Closed, bool Overdue, PageOf<ImprovementPlan> Plans, IReadOnlyDictionary<string, string> Names, DateOnly Today);
