using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Standing;

/// <summary>The out-of-hours duty rota of the organisation and its co-operative: whom to ring now, and the turns to come.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/duty-rota")]
public sealed class DutyRotaController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(new DutyTurnForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Put([FromServices] PutOnDuty put, DutyTurnForm form, CancellationToken cancel) => Try(
        act: () => put.Execute(Actor, form.Office!.Value, form.Email!, form.Telephone!, form.From!.Value, form.To!.Value, cancel),
        then: () => Back("The turn stands on the rota."),
        again: () => Page(form, cancel));

    [HttpPost("{id}/cancel")]
    public Task<IActionResult> Cancel([FromServices] CancelDutyTurn cancelTurn, DutyTurnId id, CancellationToken cancel) => Try(
        act: () => cancelTurn.Execute(Actor, id, cancel),
        then: () => Back("The turn is taken off the rota."),
        again: () => Page(new DutyTurnForm(), cancel));

    private RedirectResult Back(string told)
    {
        Tell(told);
        return Redirect("/gate/duty-rota");
    }

    private async Task<IActionResult> Page(DutyTurnForm form, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        OrganisationId? parent = await db.Organisations.Where(o => o.Id == Actor.Organisation && o.Kind == OrganisationKind.Authority).Select(o => o.Parent).SingleOrDefaultAsync(cancel);
        List<DutyTurn> turns = await db.DutyTurns.AsNoTracking().Where(t => (t.Organisation == Actor.Organisation || t.Organisation == parent) && t.To > now && t.CancelledAt == null).OrderBy(t => t.From).ThenBy(t => t.Office).ToListAsync(cancel);
        return View("DutyRota", new DutyRotaPage(turns, Actor.Organisation, now, Actor.Is(Role.Director, Role.HeadOfService, Role.RccCommissioner, Role.Administrator), form));
    }
}

/// <summary>Turns now and to come.</summary>
public sealed record DutyRotaPage(IReadOnlyList<DutyTurn> Turns, OrganisationId Own, DateTimeOffset Now, bool MayWrite, DutyTurnForm Form)
{
    public IEnumerable<DutyTurn> OnNow => Turns.Where(t => t.From <= Now);
}

/// <summary>A turn of the rota.</summary>
public sealed record DutyTurnForm
{
    [Required(ErrorMessage = "Choose the office")]
    public Role? Office { get; init; }

    [Required(ErrorMessage = "Enter the e-mail address of the person on duty"), StringLength(254)]
    public string? Email { get; init; }

    [Required(ErrorMessage = "Enter the number to ring"), StringLength(40)]
    public string? Telephone { get; init; }

    [Required(ErrorMessage = "Enter when the turn starts")]
    public DateTimeOffset? From { get; init; }

    [Required(ErrorMessage = "Enter when the turn ends")]
    public DateTimeOffset? To { get; init; }
}
