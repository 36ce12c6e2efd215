using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Terms;

/// <summary>The lead uses an extension that the framework's notice allowed.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/extension")]
public sealed class ExtendFrameworkController(ExtendFramework extend, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, null, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, ExtendFrameworkForm form, CancellationToken cancel) => Try(
        act: () => extend.Execute(Actor, frameworkRef, form.EndsOn!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell($"The framework now runs to {LondonTime.Day(form.EndsOn!.Value)}. Its members and the authorities that joined are told.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, form, cancel));

    private async Task<IActionResult> Page(string frameworkRef, ExtendFrameworkForm? form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        return View("ExtendFramework", new ExtendFrameworkPage(framework, form ?? new ExtendFrameworkForm { EndsOn = framework.MayExtendTo }));
    }
}

/// <summary>The framework and how far it is extended.</summary>
public sealed record ExtendFrameworkPage(Framework Framework, ExtendFrameworkForm Form)
{
    public bool MayExtend => Framework.Stage != FrameworkStage.Expired && Framework.MayExtendTo > Framework.EndsOn;
}

/// <summary>The new last day, and why.</summary>
public sealed record ExtendFrameworkForm
{
    [Display(Name = "New last day"), Required(ErrorMessage = "Enter the new last day")]
    public DateOnly? EndsOn { get; init; }

    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}
