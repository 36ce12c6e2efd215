using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Sets whether the national co-operative is a central or a sub-central authority; thresholds and periods of what begins later follow it (A1-07).</summary>
[Authorize(Policies.Administrators)]
[Route("/organisations/class")]
public sealed class ClassifyAuthorityController(PortalDb db, ClassifyAuthority classify) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(null, cancel);

    [HttpPost]
    public Task<IActionResult> Post(ClassifyAuthorityForm form, CancellationToken cancel) => Try(
        act: () => classify.Execute(Actor, form.Class!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell("The class is set. What is begun from now on follows it.");
            return Redirect(OrganisationLinks.Class);
        },
        again: () => Page(form, cancel));

    private async Task<IActionResult> Page(ClassifyAuthorityForm? form, CancellationToken cancel)
    {
        OrganisationId own = Actor.Organisation;
        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == own, cancel);
        return View("ClassifyAuthority", new ClassifyAuthorityPage(organisation, form ?? new ClassifyAuthorityForm { Class = organisation.Class }));
    }
}

/// <summary>The page.</summary>
public sealed record ClassifyAuthorityPage(Organisation Organisation, ClassifyAuthorityForm Form)
{
    public bool IsOpen => Organisation.Kind == OrganisationKind.NationalCooperative;
}

/// <summary>The class, and the decision it rests on.</summary>
public sealed record ClassifyAuthorityForm
{
    [Required(ErrorMessage = "Choose the class")]
    public AuthorityKind? Class { get; init; }

    [Required(ErrorMessage = "Say on what decision the class rests"), StringLength(2000, ErrorMessage = "At most 2,000 characters")]
    public string? Reason { get; init; }
}
