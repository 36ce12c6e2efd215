using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation.Trying;

/// <summary>The designer's bench: invented bids put through the drafted method of a lot before anybody sees it. Nothing is stored.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/try")]
public sealed class TryMethodController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, TryMethodForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        TryMethodPage page = TryMethodPage.Of(tender, tender.LotNumbered(lot), form, ModelState.IsValid);
        if (page.Refused.Count > 0 || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(page);
    }
}
