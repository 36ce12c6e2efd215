using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Web.Furniture;
using Portal.Web.Tenders.Drafting;

namespace Portal.Web.Tenders.Amending;

/// <summary>Prepares another limit on what one supplier is awarded, for an amendment before the deadline.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend/lot-limit")]
public sealed class ProposeLimitController(PortalDb db, ProposeLimit propose) : PageController
{
    private const string Shown = "/Tenders/Drafting/LimitLots.cshtml";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Shown, Page(tender, LimitLotsForm.Of(tender, Wanted(tender))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, LimitLotsForm form, CancellationToken cancel) => Try(
        act: () => propose.Execute(Actor, tenderRef, form.Limit(), cancel),
        then: () => Redirect($"/tenders/{tenderRef}/amend"),
        again: async () => View(Shown, Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), form)));

    private static LimitLotsPage Page(Tender tender, LimitLotsForm form) => LimitLotsPage.Of(tender, form) with { Saved = Wanted(tender), Amends = true };

    private static LotLimit? Wanted(Tender tender) => tender.Proposed?.Limit is { } proposed ? proposed.Limit : tender.LotLimit;
}
