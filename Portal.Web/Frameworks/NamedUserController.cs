using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>The lead records an authority that the notice named as a user.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/users")]
public sealed class NamedUserController(RecordNamedUser record, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, new NamedUserForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, NamedUserForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, form.Authority!, form.Deed!, cancel),
        then: () =>
        {
            Tell("The authority is recorded and told. It may call off.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, form, cancel));

    private async Task<IActionResult> Page(string frameworkRef, NamedUserForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        List<Choice> authorities = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Authority).OrderBy(o => o.Name).Select(o => new Choice(o.Code, o.Name, null)).ToListAsync(cancel);
        return View("NamedUser", new NamedUserPage(framework, authorities, form));
    }
}

/// <summary>The page.</summary>
public sealed record NamedUserPage(Framework Framework, IReadOnlyList<Choice> Authorities, NamedUserForm Form);

/// <summary>Which authority, and by what deed.</summary>
public sealed record NamedUserForm
{
    [Required(ErrorMessage = "Choose the authority"), StringLength(60)]
    public string? Authority { get; init; }

    [Display(Name = "Deed"), Required(ErrorMessage = "Give the deed’s reference and date"), StringLength(200)]
    public string? Deed { get; init; }
}
