using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs.Ending;

/// <summary>The placing authority records that a child has left the home.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/call-offs/{callOffRef}/end")]
public sealed class EndPlacementController(EndPlacement end, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string callOffRef, CancellationToken cancel) => Page(callOffRef, new EndPlacementForm { On = LondonTime.DateOf(clock.GetUtcNow()) }, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string callOffRef, EndPlacementForm form, CancellationToken cancel) => Try(
        act: () => end.Execute(Actor, callOffRef, new Leaving(form.On!.Value, form.Reason!, form.NoticeGivenOn), cancel),
        then: () =>
        {
            Tell("The placement has ended. The provider and finance are told, and the place is free.");
            return Redirect($"/call-offs/{callOffRef}");
        },
        again: () => Page(callOffRef, form, cancel));

    private async Task<IActionResult> Page(string callOffRef, EndPlacementForm form, CancellationToken cancel)
    {
        CallOff callOff = await db.LoadCallOff(Actor, callOffRef, cancel);
        string home = await db.ProviderHomes.Where(h => h.Urn == callOff.HomeUrn).Select(h => h.Name).SingleAsync(cancel);
        return View("EndPlacement", new EndPlacementPage(callOff, home, form, AgreedNotice.Of(callOff, await db.AgreedTermsOf(callOff, cancel))));
    }
}

/// <summary>The placement, when it ended, and the notice that its agreement names.</summary>
public sealed record EndPlacementPage(CallOff CallOff, string Home, EndPlacementForm Form, AgreedNotice Notice);

/// <summary>The day on which the child left, the day on which notice of it was given, and why.</summary>
public sealed record EndPlacementForm
{
    [Display(Name = "Day of leaving"), Required(ErrorMessage = "Enter the day on which the child left")]
    public DateOnly? On { get; init; }

    [Display(Name = "Day of notice")]
    public DateOnly? NoticeGivenOn { get; init; }

    [Required(ErrorMessage = "Say why the placement ended"), StringLength(2000)]
    public string? Reason { get; init; }
}
