using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>An authority applies to join a framework.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/join")]
public sealed class JoinFrameworkController(ApplyToJoin apply, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) =>
        View(new JoinFrameworkPage(await db.LoadFramework(frameworkRef, cancel), new JoinFrameworkForm()));

    [HttpPost]
    public async Task<IActionResult> Post(string frameworkRef, JoinFrameworkForm form, CancellationToken cancel)
    {
        AccessionId? id = null;
        return await Try(
            act: async () => id = await apply.Execute(Actor, frameworkRef, form.Reason!, cancel),
            then: () =>
            {
                Tell("Your application is sent to the framework’s lead. You get a message when it is decided.");
                return Redirect($"{FrameworkLinks.Of(frameworkRef)}/accessions/{id!.Value.Value}");
            },
            again: async () => View("JoinFramework", new JoinFrameworkPage(await db.LoadFramework(frameworkRef, cancel), form)));
    }
}

/// <summary>The application page.</summary>
public sealed record JoinFrameworkPage(Framework Framework, JoinFrameworkForm Form);

/// <summary>Why the authority wants to join.</summary>
public sealed record JoinFrameworkForm
{
    [Display(Name = "Why your authority wants to join"), Required(ErrorMessage = "Say why your authority wants to join"), StringLength(2000)]
    public string? Reason { get; init; }
}
