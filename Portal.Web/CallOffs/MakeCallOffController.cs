using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs;

/// <summary>Calls a place off on a gate decision that allows it.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/call-offs/new")]
public sealed class MakeCallOffController(MakeCallOff make, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(GateDecisionId decision, CancellationToken cancel) =>
        Page(decision, new MakeCallOffForm { From = LondonTime.DateOf(clock.GetUtcNow()) }, cancel);

    [HttpPost]
    public async Task<IActionResult> Post(GateDecisionId decision, MakeCallOffForm form, CancellationToken cancel)
    {
        CallOff? made = null;
        return await Try(
            act: async () => made = await make.Execute(Actor, new CallOffRequest(decision, form.From!.Value, null, form.Weeks), cancel),
            then: () =>
            {
                Tell("The place is called off. The placement agreement is ready.");
                return Redirect($"/call-offs/{made!.Ref}");
            },
            again: () => Page(decision, form, cancel));
    }

    private async Task<IActionResult> Page(GateDecisionId id, MakeCallOffForm form, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(Actor, id, cancel);
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == decision.HomeUrn, cancel);
        return View("MakeCallOff", new MakeCallOffPage(decision, home, form));
    }
}

/// <summary>The decision and what is still asked.</summary>
public sealed record MakeCallOffPage(GateDecision Decision, ProviderHome? Home, MakeCallOffForm Form);

/// <summary>First day and expected length.</summary>
public sealed record MakeCallOffForm
{
    [Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; init; }

    [Range(0, 5200, ErrorMessage = "Enter a number of weeks")]
    public decimal? Weeks { get; init; }
}
