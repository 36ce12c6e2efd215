using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Records where letters reach an organisation.</summary>
[Authorize(Policies.SignedIn)]
[Route("/organisations/{code}/address")]
public sealed class RecordAddressController(PortalDb db, RecordAddress record) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        PostalAddress? held = (await Loaded(code, cancel)).Address;
        return View(await Page(code, new RecordAddressForm { Street = held?.Street, Town = held?.Town, Postcode = held?.Postcode, Country = held?.Country ?? "United Kingdom", Email = held?.Email }, cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string code, RecordAddressForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, code, PostalAddress.Of(form.Street, form.Town, form.Postcode, form.Country, form.Email), cancel),
        then: () =>
        {
            Tell("The address is recorded.");
            return Redirect(OrganisationLinks.Of(code));
        },
        again: async () => View(await Page(code, form, cancel)));

    private async Task<Organisation> Loaded(string code, CancellationToken cancel)
    {
        Organisation organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel) ?? throw new NotFound("The organisation");
        return RecordAddress.May(Actor, organisation) ? organisation : throw new NotAllowed("An organisation's address is recorded by its own people; a buyer records a provider's only where it has not said it itself.");
    }

    private async Task<RecordAddressPage> Page(string code, RecordAddressForm form, CancellationToken cancel)
    {
        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Code == code, cancel);
        return new RecordAddressPage(code, organisation.Name, organisation.Id == Actor.Organisation, form);
    }
}

/// <summary>The page.</summary>
public sealed record RecordAddressPage(string Code, string Name, bool IsOwn, RecordAddressForm Form);

/// <summary>What is typed.</summary>
public sealed record RecordAddressForm
{
    [Display(Name = "Building and street")]
    public string? Street { get; init; }

    [Display(Name = "Town or city")]
    public string? Town { get; init; }

    [Display(Name = "Postcode")]
    public string? Postcode { get; init; }

    [Display(Name = "Country")]
    public string? Country { get; init; }

    [Display(Name = "E-mail address for notices")]
    public string? Email { get; init; }
}
