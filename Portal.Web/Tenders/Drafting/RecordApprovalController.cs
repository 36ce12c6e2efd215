using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Records the authority's own decision to procure.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/approval")]
public sealed class RecordApprovalController(PortalDb db, RecordApproval record) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(new RecordApprovalPage(tender.Ref, tender.Title, new RecordApprovalForm { Decision = tender.Approval?.Decision, On = tender.Approval?.On, By = tender.Approval?.By }));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, RecordApprovalForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, tenderRef, new ApprovalToProcure(form.Decision!, form.On!.Value, form.By!), cancel),
        then: () => Redirect(TenderLinks.Draft(tenderRef)),
        again: async () => View(new RecordApprovalPage(tenderRef, (await db.LoadTenderToChange(Actor, tenderRef, cancel)).Title, form)));
}

/// <summary>The page.</summary>
public sealed record RecordApprovalPage(string Ref, string Title, RecordApprovalForm Form);

/// <summary>What is typed.</summary>
public sealed record RecordApprovalForm
{
    [Required(ErrorMessage = "Enter the decision number"), StringLength(60, ErrorMessage = "The number has at most 60 characters")]
    public string? Decision { get; init; }

    [Display(Name = "Day of the decision"), Required(ErrorMessage = "Enter the day of the decision")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Enter who decided"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? By { get; init; }
}
