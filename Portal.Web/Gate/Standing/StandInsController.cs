using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Standing;

/// <summary>Deputies of the organisation's approving offices: who stands in, when, up to what; holders name and end them.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/stand-ins")]
public sealed class StandInsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(new StandInForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Name([FromServices] NameDeputy name, StandInForm form, CancellationToken cancel) => Try(
        act: () => name.Execute(Actor, form.Office!.Value, form.Email!, form.From!.Value, form.To!.Value, form.WeeklyLimit, cancel),
        then: () => Back("Your deputy is named and told."),
        again: () => Page(form, cancel));

    [HttpPost("{id}/end")]
    public Task<IActionResult> End([FromServices] EndDeputy end, DeputyId id, CancellationToken cancel) => Try(
        act: () => end.Execute(Actor, id, cancel),
        then: () => Back("It has ended. What was approved stands."),
        again: () => Page(new StandInForm(), cancel));

    private RedirectResult Back(string told)
    {
        Tell(told);
        return Redirect("/gate/stand-ins");
    }

    private async Task<IActionResult> Page(StandInForm form, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        List<Deputy> deputies = await db.Deputies.AsNoTracking().Where(d => d.Organisation == Actor.Organisation && d.To >= today).OrderBy(d => d.From).ToListAsync(cancel);
        return View("StandIns", new StandInsPage(deputies, [.. Deputy.Offices.Where(o => Actor.Is(o))], today, form));
    }
}

/// <summary>Deputies now and to come, and the offices that the reader may give.</summary>
public sealed record StandInsPage(IReadOnlyList<Deputy> Deputies, IReadOnlyList<Role> Own, DateOnly Today, StandInForm Form);

/// <summary>Who is to stand in.</summary>
public sealed record StandInForm
{
    [Required(ErrorMessage = "Choose the office")]
    public Role? Office { get; init; }

    [Required(ErrorMessage = "Enter your colleague’s e-mail address"), StringLength(254)]
    public string? Email { get; init; }

    [Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "Enter the last day")]
    public DateOnly? To { get; init; }

    [Display(Name = "Limit a week")]
    public Money? WeeklyLimit { get; init; }
}
