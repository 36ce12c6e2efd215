using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Suspends, reinstates or ends a provider's place on a lot.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/providers/{provider}")]
public sealed class ChangeAdmissionController(ChangeAdmission change, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, string lot, OrganisationId provider, CancellationToken cancel) => Page(frameworkRef, lot, provider, new ChangeAdmissionForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, string lot, OrganisationId provider, ChangeAdmissionForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, frameworkRef, lot, provider, form.To!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell("The provider’s place is changed.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, lot, provider, form, cancel));

    private async Task<IActionResult> Page(string frameworkRef, string lot, OrganisationId provider, ChangeAdmissionForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        Admission admission = await db.LoadAdmission(frameworkRef, lot, provider, cancel);
        string name = await db.Organisations.Where(o => o.Id == provider).Select(o => o.Name).SingleAsync(cancel);
        return View("ChangeAdmission", new ChangeAdmissionPage(framework, admission, name, form));
    }
}

/// <summary>A provider's place on a lot.</summary>
public sealed record ChangeAdmissionPage(Framework Framework, Admission Admission, string Provider, ChangeAdmissionForm Form)
{
    public IEnumerable<Choice> Choices => Admission.Status switch
    {
        AdmissionStatus.Admitted => [new Choice(nameof(AdmissionStatus.Suspended), "Suspend: no new call-offs for now"), new Choice(nameof(AdmissionStatus.Left), "End: the provider leaves the lot")],
        AdmissionStatus.Suspended => [new Choice(nameof(AdmissionStatus.Admitted), "Reinstate"), new Choice(nameof(AdmissionStatus.Left), "End: the provider leaves the lot")],
        _ => [],
    };
}

/// <summary>What is to become of the place, and why.</summary>
public sealed record ChangeAdmissionForm
{
    [Display(Name = "What happens"), Required(ErrorMessage = "Choose what happens")]
    public AdmissionStatus? To { get; init; }

    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}
