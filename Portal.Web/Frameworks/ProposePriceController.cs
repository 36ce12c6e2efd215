using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>A provider asks for another price of its home.</summary>
[Authorize(Policies.Providers)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/homes/{urn}/price")]
public sealed class ProposePriceController(ProposePrice propose, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, string lot, string urn, CancellationToken cancel) => Page(frameworkRef, lot, urn, null, new PriceReasonForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, string lot, string urn, PriceTermsForm form, PriceReasonForm asked, CancellationToken cancel) => Try(
        act: () => propose.Execute(Actor, frameworkRef, lot, urn, form.Terms(), form.From!.Value, asked.Because!, cancel),
        then: () =>
        {
            Tell("Your new price is sent to the framework’s lead. Until it is agreed nothing changes.");
            return Redirect("/frameworks/own");
        },
        again: () => Page(frameworkRef, lot, urn, form, asked, cancel));

    private async Task<IActionResult> Page(string frameworkRef, string lot, string urn, PriceTermsForm? form, PriceReasonForm asked, CancellationToken cancel)
    {
        HomeAdmission home = await db.LoadHomeAdmission(Actor, frameworkRef, lot, urn, cancel);
        if (home.Provider != Actor.Organisation)
        {
            throw new NotFound($"Home {urn} on lot {lot} of {frameworkRef}");
        }

        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        PriceTermsForm shown = form ?? (home.ScheduleOn(LondonTime.DateOf(clock.GetUtcNow())) is { } today ? PriceTermsForm.Of(today.Terms) : new PriceTermsForm());
        return View("ProposePrice", new ProposePricePage(framework, framework.Lot(lot), urn, shown, asked));
    }
}

/// <summary>The page that asks for another price.</summary>
public sealed record ProposePricePage(Framework Framework, FrameworkLot Lot, string Urn, PriceTermsForm Form, PriceReasonForm Asked) : IPricesPage;

/// <summary>Why the price should change.</summary>
public sealed record PriceReasonForm
{
    [Display(Name = "Why the price should change"), Required(ErrorMessage = "Say why the price should change"), StringLength(2000)]
    public string? Because { get; init; }
}
