using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>Everything that every region knows of one home's quality: judgement, stops, visits and improvement plans, and what they mean for a new placement.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/quality/homes/{urn}")]
public sealed class HomeQualityController(PortalDb db, TimeProvider clock) : PageController
{
    /// <summary>Finds a home by its URN.</summary>
    [HttpGet("/frameworks/quality/homes")]
    public async Task<IActionResult> Find(string? urn, CancellationToken cancel)
    {
        string asked = urn?.Trim() ?? "";
        return Redirect(QualityLinks.Home((await db.LoadHomeOfRecord(Actor, asked, cancel)).Urn));
    }

    [HttpGet]
    public async Task<IActionResult> Show(string urn, CancellationToken cancel)
    {
        ProviderHome home = await db.LoadHomeOfRecord(Actor, urn, cancel);
        string[] urns = home.FormerUrn is { } former ? [home.Urn, former] : [home.Urn];
        List<string> embargoes = await db.EmbargoesOf(home.Urn, home.Provider).ToListAsync(cancel);
        string provider = await db.Organisations.Where(o => o.Id == home.Provider).Select(o => o.Name).SingleAsync(cancel);
        return View(new HomeQualityPage
        {
            Home = home,
            Provider = provider,
            Standing = QualityStanding.Of(home, embargoes, await db.CooperativeCodeOf(Actor, cancel)),
            Restrictions = await db.QaRestrictions.AsNoTracking().Where(r => r.LiftedAt == null && (r.HomeUrn == urn || (r.HomeUrn == null && r.Provider == home.Provider))).OrderBy(r => r.From).ToListAsync(cancel),
            Visits = await db.QualityVisits.AsNoTracking().Where(v => urns.Contains(v.HomeUrn)).OrderByDescending(v => v.VisitedOn).Take(PageOf.Size).ToListAsync(cancel),
            Plans = await db.ImprovementPlans.AsNoTracking().Where(p => urns.Contains(p.HomeUrn)).OrderByDescending(p => p.OpenedAt).Take(PageOf.Size).ToListAsync(cancel),
            IsOwn = home.Provider == Actor.Organisation,
            MayRecord = Actor.Is(Role.QaLead, Role.Commissioner, Role.RccCommissioner),
            Today = LondonTime.DateOf(clock.GetUtcNow()),
        });
    }
}

/// <summary>One home's quality record.</summary>
public sealed record HomeQualityPage
{
    public required ProviderHome Home { get; init; }

    public required string Provider { get; init; }

    public required QualityStanding Standing { get; init; }

    public required IReadOnlyList<QaRestriction> Restrictions { get; init; }

    public required IReadOnlyList<QualityVisit> Visits { get; init; }

    public required IReadOnlyList<ImprovementPlan> Plans { get; init; }

    public required bool IsOwn { get; init; }

    public required bool MayRecord { get; init; }

    public required DateOnly Today { get; init; }
}

/// <summary>Addresses of the quality record, written once.</summary>
public static class QualityLinks
{
    public static string Home(string urn) => $"/frameworks/quality/homes/{urn}";

    public static string Plan(ImprovementPlanId plan) => $"/frameworks/quality/plans/{plan.Value}";
}
