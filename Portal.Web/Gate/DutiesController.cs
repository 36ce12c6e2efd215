using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>Follow-up duties of gate decisions: open ones by due time, each with a form that says how it was done.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/duties")]
public sealed class DutiesController(PortalDb db) : PageController
{
    private const int Most = 200;

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(cancel);

    [HttpPost("{id}")]
    public Task<IActionResult> Complete([FromServices] CompleteDuty complete, FollowUpDutyId id, DutyForm form, CancellationToken cancel) => Try(
        act: () => complete.Execute(Actor, id, form.Words!, cancel),
        then: () =>
        {
            Tell("The duty is recorded as done.");
            return Redirect("/gate/duties");
        },
        again: () => Page(cancel));

    private async Task<IActionResult> Page(CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(Actor);
        List<FollowUpDuty> open = await db.FollowUpDuties.AsNoTracking()
            .Where(d => d.DoneAt == null && authorities.Contains(d.Authority)).OrderBy(d => d.DueBy == null).ThenBy(d => d.DueBy).Take(Most).ToListAsync(cancel);
        GateDecisionId[] ids = [.. open.Select(d => d.Decision).Distinct()];
        Dictionary<GateDecisionId, GateDecision> decisions = await db.GateDecisions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        return View("Duties", new DutiesPage([.. open.Select(d => new DutyRow(d, decisions[d.Decision]))]));
    }
}

/// <summary>One open duty and the decision that left it.</summary>
public sealed record DutyRow(FollowUpDuty Duty, GateDecision Decision);

/// <summary>The list.</summary>
public sealed record DutiesPage(IReadOnlyList<DutyRow> Rows);

/// <summary>How a duty was done.</summary>
public sealed record DutyForm
{
    [Required(ErrorMessage = "Say how it was done"), StringLength(4000)]
    public string? Words { get; init; }
}
