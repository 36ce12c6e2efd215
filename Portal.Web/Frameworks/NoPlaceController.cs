using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>The national hub confirms that a national contract has no place for one referral.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/{frameworkRef}/no-place")]
public sealed class NoPlaceController(ConfirmNoPlace confirm, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, string? referral, CancellationToken cancel) => View(new NoPlacePage(await db.LoadFramework(frameworkRef, cancel), new NoPlaceForm { Referral = referral }));

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, NoPlaceForm form, CancellationToken cancel) => Try(
        act: () => confirm.Execute(Actor, frameworkRef, form.Referral!.Trim(), form.Words!, cancel),
        then: () =>
        {
            Tell("Confirmed. The authority is told and may look elsewhere for this referral.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: async () => View("NoPlace", new NoPlacePage(await db.LoadFramework(frameworkRef, cancel), form)));
}

/// <summary>The confirmation page.</summary>
public sealed record NoPlacePage(Framework Framework, NoPlaceForm Form);

/// <summary>Which referral, and what was tried.</summary>
public sealed record NoPlaceForm
{
    [Display(Name = "Referral"), Required(ErrorMessage = "Enter the referral’s reference"), StringLength(40)]
    public string? Referral { get; init; }

    [Display(Name = "What was tried"), Required(ErrorMessage = "Say what was tried"), StringLength(2000)]
    public string? Words { get; init; }
}
