using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>Recorded gate decisions of the authority, or of a co-operative's members, newest first.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/decisions")]
public sealed class DecisionsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, Outcome? outcome, Guid? after, CancellationToken cancel)
    {
        string search = q?.Trim() ?? "";
        IQueryable<GateDecision> seen = Matching(search, outcome);
        GateDecisionId last = GateDecisionId.From(after ?? default);
        DateTimeOffset? before = after is null ? null : await seen.Where(d => d.Id == last).Select(d => (DateTimeOffset?)d.RecordedAt).FirstOrDefaultAsync(cancel);
        List<GateDecision> rows = await seen.Where(d => before == null || d.RecordedAt < before).OrderByDescending(d => d.RecordedAt).Take(PageOf.Size + 1).ToListAsync(cancel);
        return View(new DecisionsPage(search, outcome, PageOf.From(rows, d => d.Id.Value.ToString())));
    }

    private IQueryable<GateDecision> Matching(string search, Outcome? outcome)
    {
        IQueryable<GateDecision> seen = db.DecisionsSeenBy(Actor).AsNoTracking().Where(d => search == "" || d.HomeUrn == search || d.ChildReference == search || d.ReferralRef == search);
        seen = outcome is null ? seen : seen.Where(d => d.Outcome == outcome);
        return outcome == Outcome.Pending ? seen.Where(d => d.Occasion != DecisionOccasion.Withdrawn) : seen;
    }
}

/// <summary>The list, its search and filter.</summary>
public sealed record DecisionsPage(string Search, Outcome? Outcome, PageOf<GateDecision> Decisions);
