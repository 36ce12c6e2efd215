using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Publishing;

/// <summary>Ends a procurement without award, or gives up a draft.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/cancel")]
public sealed class CancelTenderController(PortalDb db, CancelTender cancelTender) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new CancelTenderForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, CancelTenderForm form, CancellationToken cancel) => Try(
        act: () => cancelTender.Execute(Actor, tenderRef, form.Reason!, cancel),
        then: () =>
        {
            Tell("The procurement has ended without award.");
            return Redirect("/tenders/ours");
        },
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, CancelTenderForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View("CancelTender", new CancelTenderPage(tender.Ref, tender.Title, tender.IsPublished, form));
    }
}

/// <summary>The page.</summary>
public sealed record CancelTenderPage(string Ref, string Title, bool Published, CancelTenderForm Form);

/// <summary>What is typed.</summary>
public sealed record CancelTenderForm
{
    [Required(ErrorMessage = "Say why the procurement ends"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reason { get; init; }
}
