using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>An admitted provider puts another home forward.</summary>
[Authorize(Policies.Providers)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/put-forward")]
public sealed class PutForwardController(PutHomeForward put, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, string lot, CancellationToken cancel) => Page(frameworkRef, lot, new PriceTermsForm(), new PutForwardForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, string lot, PriceTermsForm form, PutForwardForm home, CancellationToken cancel) => Try(
        act: () => put.Execute(Actor, frameworkRef, lot, home.Urn!, form.Terms(), form.From!.Value, cancel),
        then: () =>
        {
            Tell("The home is put forward. The co-operative checks it next.");
            return Redirect(FrameworkLinks.Home(frameworkRef, lot, home.Urn!));
        },
        again: () => Page(frameworkRef, lot, form, home, cancel));

    private async Task<IActionResult> Page(string frameworkRef, string lot, PriceTermsForm form, PutForwardForm home, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        await db.LoadAdmission(frameworkRef, lot, Actor.Organisation, cancel);
        IQueryable<string> already = db.HomeAdmissions.Where(h => h.Framework == framework.Id && h.LotNumber == lot && h.Status != HomeAdmissionStatus.Left).Select(h => h.HomeUrn);
        ProviderHome[] free = await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == Actor.Organisation && !already.Contains(h.Urn)).OrderBy(h => h.Name).ToArrayAsync(cancel);
        return View("PutForward", new PutForwardPage(framework, framework.Lot(lot), form, home, [.. free.Select(h => new Choice(h.Urn, $"{h.Name} ({h.Urn})"))]));
    }
}

/// <summary>The page that puts a home forward.</summary>
public sealed record PutForwardPage(Framework Framework, FrameworkLot Lot, PriceTermsForm Form, PutForwardForm Home, IReadOnlyList<Choice> Homes) : IPricesPage;

/// <summary>Which home.</summary>
public sealed record PutForwardForm
{
    [Display(Name = "Home"), Required(ErrorMessage = "Choose a home"), StringLength(10)]
    public string? Urn { get; init; }
}
