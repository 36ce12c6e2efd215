using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>One home on one lot: its checks, what still blocks it, its price versions.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/homes/{urn}")]
public sealed class HomeOnFrameworkController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, string lot, string urn, CancellationToken cancel) => Page(new HomeKey(frameworkRef, lot, urn), cancel);

    [HttpPost("checks")]
    public Task<IActionResult> Note([FromServices] NoteOnboardingCheck note, HomeKey key, OnboardingCheckForm check, CancellationToken cancel) => Try(
        act: () => note.Execute(Actor, key.FrameworkRef, key.Lot, key.Urn, check.Finding(), cancel),
        then: () => Back(key, "The check is noted."),
        again: () => Page(key, cancel, check));

    [HttpPost("onboard")]
    public Task<IActionResult> Onboard([FromServices] OnboardHome onboard, HomeKey key, CancellationToken cancel) => Try(
        act: () => onboard.Execute(Actor, key.FrameworkRef, key.Lot, key.Urn, cancel),
        then: () => Back(key, "The home is onboarded. Authorities can call off from it now."),
        again: () => Page(key, cancel));

    [HttpPost("suspend")]
    public Task<IActionResult> Suspend([FromServices] SuspendHome suspend, HomeKey key, ReasonForm why, CancellationToken cancel) => Try(
        act: () => suspend.Execute(Actor, key.FrameworkRef, key.Lot, key.Urn, why.Reason ?? "", cancel),
        then: () => Back(key, "The home is suspended on this lot. Children living there stay."),
        again: () => Page(key, cancel));

    [HttpPost("reinstate")]
    public Task<IActionResult> Reinstate([FromServices] ReinstateHome reinstate, HomeKey key, ReasonForm why, CancellationToken cancel) => Try(
        act: () => reinstate.Execute(Actor, key.FrameworkRef, key.Lot, key.Urn, why.Reason ?? "", cancel),
        then: () => Back(key, "The suspension is lifted."),
        again: () => Page(key, cancel));

    [HttpPost("leave")]
    public Task<IActionResult> Leave([FromServices] EndHomePlace end, HomeKey key, ReasonForm gone, CancellationToken cancel) => Try(
        act: () => end.Execute(Actor, key.FrameworkRef, key.Lot, key.Urn, gone.Reason ?? "", cancel),
        then: () => Back(key, "The home has left the lot. Its provider is told; children living there stay."),
        again: () => Page(key, cancel));

    [HttpPost("prices/{version:int}")]
    public Task<IActionResult> DecidePrice([FromServices] DecidePrice decide, HomeKey key, int version, DecisionForm decision, CancellationToken cancel) => Try(
        act: () => decide.Execute(Actor, new PriceAsked(key.FrameworkRef, key.Lot, key.Urn, version), decision.Approve!.Value, decision.Reason ?? "", cancel),
        then: () => Back(key, decision.Approve!.Value ? "The new price is agreed." : "The price stays as it is."),
        again: () => Page(key, cancel));

    private RedirectResult Back(HomeKey key, string told)
    {
        Tell(told);
        return Redirect(FrameworkLinks.Home(key.FrameworkRef, key.Lot, key.Urn));
    }

    private async Task<IActionResult> Page(HomeKey key, CancellationToken cancel, OnboardingCheckForm? check = null) =>
        View("HomeOnFramework", await HomeOnFrameworkPage.Read(db, Actor, key, clock.GetUtcNow(), cancel) with { Check = check ?? new OnboardingCheckForm() });
}

/// <summary>Which home on which lot of which framework, from the address.</summary>
public sealed record HomeKey([FromRoute] string FrameworkRef, [FromRoute] string Lot, [FromRoute] string Urn);

/// <summary>What a reviewer notes about one matter.</summary>
public sealed record OnboardingCheckForm
{
    [Display(Name = "What was checked"), Required(ErrorMessage = "Choose what was checked")]
    public OnboardingMatter? Matter { get; init; }

    [Display(Name = "Satisfied"), Required(ErrorMessage = "Say whether it is satisfied")]
    public bool? Satisfied { get; init; }

    [Display(Name = "What you saw"), Required(ErrorMessage = "Say what you saw: document, number, date"), StringLength(2000)]
    public string? Evidence { get; init; }

    [Display(Name = "Good until")]
    public DateOnly? ExpiresOn { get; init; }

    [Display(Name = "Name of the person"), StringLength(200)]
    public string? Named { get; init; }

    [Display(Name = "Vacant")]
    public bool Vacant { get; init; }

    public OnboardingFinding Finding() => new(Matter!.Value, Satisfied!.Value, Evidence!, ExpiresOn, Named, Vacant);
}

/// <summary>A reason in words.</summary>
public sealed record ReasonForm
{
    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>Yes or no, and why.</summary>
public sealed record DecisionForm
{
    [Display(Name = "Decision"), Required(ErrorMessage = "Choose a decision")]
    public bool? Approve { get; init; }

    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}
