using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Web.Furniture;
using Portal.Web.Tenders.Drafting;

namespace Portal.Web.Tenders.Amending;

/// <summary>Prepares new words of the notice for an amendment.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend/terms")]
public sealed class ProposeTermsController(PortalDb db, ProposeTerms propose) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(new ProposeTermsPage(tender.Ref, tender.Title, new ProposeTermsForm
        {
            Description = tender.Proposed?.Description ?? tender.Description,
            Conditions = Lines.From(tender.Proposed?.Conditions ?? tender.Conditions),
        }));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ProposeTermsForm form, CancellationToken cancel) => Try(
        act: () => propose.Execute(Actor, tenderRef, form.Description ?? "", Lines.Of(form.Conditions), cancel),
        then: () => Redirect($"/tenders/{tenderRef}/amend"),
        again: async () => View(new ProposeTermsPage(tenderRef, (await db.LoadTenderToChange(Actor, tenderRef, cancel)).Title, form)));
}

/// <summary>The page.</summary>
public sealed record ProposeTermsPage(string Ref, string Title, ProposeTermsForm Form);

/// <summary>What is typed.</summary>
public sealed record ProposeTermsForm
{
    [Required(ErrorMessage = "Enter what is bought"), StringLength(20_000, ErrorMessage = "At most 20,000 characters")]
    public string? Description { get; init; }

    [StringLength(20_000, ErrorMessage = "At most 20,000 characters")]
    public string? Conditions { get; init; }
}
