using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>Follow-up duties of gate decisions: those of the reader first, each placement by its child's reference and home; one duty has its own page.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/duties")]
public sealed class DutiesController(PortalDb db) : PageController
{
    private const int Most = 200;

    [HttpGet]
    public async Task<IActionResult> Show(GateDecisionId? placement, CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(Actor);
        IQueryable<FollowUpDuty> open = db.FollowUpDuties.AsNoTracking().Where(d => d.DoneAt == null && authorities.Contains(d.Authority));
        open = placement is { } line ? open.Where(d => d.Line == line) : open;
        List<FollowUpDuty> duties = await open.OrderByDescending(d => d.DueBy).Take(Most).ToListAsync(cancel);
        IReadOnlyDictionary<GateDecisionId, PlacementName> names = await PlacementName.Of(db, duties, cancel);
        Duty[] mine = DutyHands.Of(Actor);
        return View("Duties", new DutiesPage([.. Rows(duties.Where(d => mine.Contains(d.What)), names)], [.. Rows(duties.Where(d => !mine.Contains(d.What)), names)], placement is not null));
    }

    [HttpGet("{id}")]
    public Task<IActionResult> One(FollowUpDutyId id, CancellationToken cancel) => Page(id, new DutyForm(), cancel);

    [HttpPost("{id}")]
    public Task<IActionResult> Complete([FromServices] CompleteDuty complete, FollowUpDutyId id, DutyForm form, CancellationToken cancel) => Try(
        act: () => complete.Execute(Actor, id, form.Words!, cancel),
        then: () =>
        {
            Tell("The duty is recorded as done.");
            return Redirect("/gate/duties");
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(FollowUpDutyId id, DutyForm form, CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(Actor);
        FollowUpDuty duty = await db.FollowUpDuties.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && authorities.Contains(d.Authority), cancel) ?? throw new NotFound("The duty");
        GateDecision decision = await db.GateDecisions.AsNoTracking().SingleAsync(d => d.Id == duty.Decision, cancel);
        return View("Duty", new DutyPage(duty, decision, (await PlacementName.Of(db, [duty], cancel))[duty.Line], form));
    }

    private static IEnumerable<DutyGroup> Rows(IEnumerable<FollowUpDuty> duties, IReadOnlyDictionary<GateDecisionId, PlacementName> names) =>
        duties.GroupBy(d => d.Line).Select(line => new DutyGroup(names[line.Key], [.. line.OrderBy(d => d.DueBy == null).ThenBy(d => d.DueBy)]));
}

/// <summary>The open duties of one placement.</summary>
public sealed record DutyGroup(PlacementName Placement, IReadOnlyList<FollowUpDuty> Duties);

/// <summary>The list: the reader's own, and those on which others act.</summary>
public sealed record DutiesPage(IReadOnlyList<DutyGroup> Mine, IReadOnlyList<DutyGroup> Others, bool OfOne);

/// <summary>One duty with the decision that left it.</summary>
public sealed record DutyPage(FollowUpDuty Duty, GateDecision Decision, PlacementName Placement, DutyForm Form);

/// <summary>How a duty was done.</summary>
public sealed record DutyForm
{
    [Required(ErrorMessage = "Say how it was done"), StringLength(4000)]
    public string? Words { get; init; }
}
