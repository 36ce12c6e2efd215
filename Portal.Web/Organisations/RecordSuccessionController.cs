using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A quality lead records which URN a home had before it was sold or registered anew.</summary>
[Authorize(Policies.QaLeads)]
[Route("/organisations/homes/{urn}/former")]
public sealed class RecordSuccessionController(RecordSuccession record, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string urn, CancellationToken cancel) => Page(urn, new RecordSuccessionForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string urn, RecordSuccessionForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, urn, form.FormerUrn!, form.Source!, cancel),
        then: () =>
        {
            Tell("The former URN is recorded. The price register shows the home’s whole history from now on.");
            return Redirect($"/organisations/homes/{Uri.EscapeDataString(urn)}/former");
        },
        again: () => Page(urn, form, cancel));

    private async Task<IActionResult> Page(string urn, RecordSuccessionForm form, CancellationToken cancel) =>
        View("RecordSuccession", new RecordSuccessionPage(await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, cancel) ?? throw new NotFound("The home"), form));
}

/// <summary>The page.</summary>
public sealed record RecordSuccessionPage(ProviderHome Home, RecordSuccessionForm Form);

/// <summary>The URN before, and where it was read.</summary>
public sealed record RecordSuccessionForm
{
    [Display(Name = "Former URN"), Required(ErrorMessage = "Enter the URN it had before"), RegularExpression(@"^\s*([Ss][Cc]\d{6}|\d{6,7})\s*$", ErrorMessage = "A URN is SC and six figures, or seven figures")]
    public string? FormerUrn { get; init; }

    [Display(Name = "Source"), Required(ErrorMessage = "Say where you read it"), StringLength(500)]
    public string? Source { get; init; }
}
