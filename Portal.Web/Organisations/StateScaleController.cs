using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A provider says how large it is and of what kind.</summary>
[Authorize(Policies.Providers)]
[Route(OrganisationLinks.Scale)]
public sealed class StateScaleController(PortalDb db, StateScale state) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        Organisation own = await Own(cancel);
        return View(new StateScalePage(own.Code, own.Name, new StateScaleForm { Sme = own.Scale?.Sme, Vcse = own.Scale?.Vcse }));
    }

    [HttpPost]
    public async Task<IActionResult> Post(StateScaleForm form, CancellationToken cancel)
    {
        Organisation own = await Own(cancel);
        return await Try(
            act: () => state.Execute(Actor, form.Sme, form.Vcse, cancel),
            then: () =>
            {
                Tell("What you said about your organisation is recorded.");
                return Redirect(OrganisationLinks.Of(own.Code));
            },
            again: () => Task.FromResult<IActionResult>(View(new StateScalePage(own.Code, own.Name, form))));
    }

    private Task<Organisation> Own(CancellationToken cancel) => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Actor.Organisation, cancel);
}

/// <summary>The page.</summary>
public sealed record StateScalePage(string Code, string Name, StateScaleForm Form);

/// <summary>What is chosen.</summary>
public sealed record StateScaleForm
{
    [Display(Name = "Small or medium-sized enterprise")]
    public bool? Sme { get; init; }

    [Display(Name = "Voluntary, community or social enterprise")]
    public bool? Vcse { get; init; }
}
