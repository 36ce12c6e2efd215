using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Web.Furniture;
using Portal.Web.Tenders.Drafting;

namespace Portal.Web.Tenders.Amending;

/// <summary>Prepares new wording and weights of one lot's criteria for an amendment.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/amend/lots/{lot}/criteria")]
public sealed class ProposeCriteriaController(PortalDb db, ProposeCriteria propose) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        IReadOnlyList<Criterion> now = tender.Proposed?.Criteria.GetValueOrDefault(lot) ?? tender.LotNumbered(lot).Criteria;
        return Page(tender, lot, new SetCriteriaForm { Rows = [.. now.Select(CriterionRow.Of)] });
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, SetCriteriaForm form, CancellationToken cancel) => Try(
        act: () => propose.Execute(Actor, tenderRef, lot, form.Criteria(), cancel),
        then: () => Redirect($"/tenders/{tenderRef}/amend"),
        again: async () => Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form));

    private ViewResult Page(Tender tender, string lot, SetCriteriaForm form) =>
        View("/Tenders/Drafting/SetCriteria.cshtml", new SetCriteriaPage(tender.Ref, tender.Title, tender.LotNumbered(lot), form) { Amends = true });
}
