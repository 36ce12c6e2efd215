using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Earlier;

/// <summary>Whether homes that are still being checked may be used with the co-operative's approval.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/pending-homes")]
public sealed class PendingHomesController(AllowPendingHomes allow, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, null, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, PendingHomesForm form, CancellationToken cancel) => Try(
        act: () => allow.Execute(Actor, frameworkRef, form.Allowed!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell(form.Allowed!.Value ? "Homes that are still being checked may be used with the co-operative’s approval." : "Only homes whose checks are done may be used.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, form, cancel));

    private async Task<IActionResult> Page(string frameworkRef, PendingHomesForm? form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        return View("PendingHomes", new PendingHomesPage(framework, form ?? new PendingHomesForm { Allowed = framework.PendingHomesAllowed }));
    }
}

/// <summary>The page.</summary>
public sealed record PendingHomesPage(Framework Framework, PendingHomesForm Form);

/// <summary>Yes or no, and on what it rests.</summary>
public sealed record PendingHomesForm
{
    [Display(Name = "May they be used"), Required(ErrorMessage = "Say whether they may be used")]
    public bool? Allowed { get; init; }

    [Display(Name = "On what it rests"), Required(ErrorMessage = "Say on what it rests"), StringLength(2000)]
    public string? Reason { get; init; }
}
