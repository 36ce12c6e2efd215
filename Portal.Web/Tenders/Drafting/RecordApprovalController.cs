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
public sealed class RecordApprovalController(PortalDb db, RecordApproval record, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, GoverningForm.Of(tender.Approval)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, GoverningForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, tenderRef, form.ToProcure(), cancel),
        then: () => Redirect(TenderLinks.Draft(tenderRef)),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), form)));

    private GoverningPage Page(Tender tender, GoverningForm form) =>
        new(tender.Ref, tender.Title, tender.NetValue, [.. tender.Findings(clock.GetUtcNow()).Where(f => f.Section == TenderSection.Approval).Select(f => f.Reason)], form);
}
