using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Scrutinising;

/// <summary>One planned placement before it is decided, for the panel member who looks at it.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/scrutiny/{id}")]
public sealed class ScrutiniseController(GiveScrutinyView give, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(ScrutinyId id, CancellationToken cancel) => Page(id, new ScrutiniseForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(ScrutinyId id, ScrutiniseForm form, CancellationToken cancel) => Try(
        act: () => give.Execute(Actor, id, form.View!.Value, form.Words!, cancel),
        then: () =>
        {
            Tell("Your view is recorded. Whoever decides reads it.");
            return Redirect($"/gate/scrutiny/{id.Value}");
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(ScrutinyId id, ScrutiniseForm form, CancellationToken cancel)
    {
        Scrutiny scrutiny = await db.Scrutinies.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && (s.Panel == Actor.Organisation || s.Authority == Actor.Organisation), cancel) ?? throw new NotFound("That scrutiny");
        GateDecision latest = await db.LatestOf(await db.GateDecisions.AsNoTracking().SingleAsync(d => d.Id == scrutiny.Decision, cancel), cancel);
        string authority = await db.Organisations.Where(o => o.Id == scrutiny.Authority).Select(o => o.Name).SingleAsync(cancel);
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == latest.HomeUrn, cancel);
        bool free = !await db.GivenApprovals.AnyAsync(a => a.Line == scrutiny.Line && a.Person == Actor.Person, cancel);
        bool mayGive = scrutiny.View is null && scrutiny.Panel == Actor.Organisation && free && Actor.Is([.. GiveScrutinyView.Panel]);
        return View("Scrutinise", new ScrutinisePage(scrutiny, latest, authority, home, mayGive, form));
    }
}

/// <summary>The authority asks for a look before the decision.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/decisions/{id}/scrutiny")]
public sealed class AskForScrutinyController(AskForScrutiny ask) : PageController
{
    [HttpPost]
    public async Task<IActionResult> Post(GateDecisionId id, CancellationToken cancel)
    {
        Scrutiny asked = await ask.Execute(Actor, id, cancel);
        Tell("The co-operative’s panel is asked to look. Nothing waits for it.");
        return Redirect($"/gate/scrutiny/{asked.Id.Value}");
    }
}

/// <summary>The placement, and the view on it.</summary>
public sealed record ScrutinisePage(Scrutiny Scrutiny, GateDecision Decision, string Authority, ProviderHome? Home, bool MayGive, ScrutiniseForm Form);

/// <summary>A view.</summary>
public sealed record ScrutiniseForm
{
    [Required(ErrorMessage = "Say whether you support the placement or have doubts")]
    public ScrutinyView? View { get; init; }

    [Required(ErrorMessage = "Say what you looked at and what you make of it"), StringLength(3900)]
    public string? Words { get; init; }
}
