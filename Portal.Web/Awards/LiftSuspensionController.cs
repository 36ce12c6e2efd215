using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Tenders;
using Portal.Web.Evaluation;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>Legal records that the suspension of signature has ended.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tenderRef}/award/suspension")]
public sealed class LiftSuspensionController(PortalDb db, LiftSuspension lift) : PageController
{
    private const string Shown = "/Evaluation/GiveReason.cshtml";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(Shown, await Read(tenderRef, new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => lift.Execute(Actor, tenderRef, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The suspension has ended.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(Shown, await Read(tenderRef, form, cancel)));

    private async Task<GiveReasonPage> Read(string tenderRef, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        return new GiveReasonPage(
            "End the suspension of signature",
            "Only the court lifts an automatic suspension, or the claim ends. Give the order, its date, or how the claim ended.",
            "End the suspension",
            AwardLinks.Award(tender.Ref),
            AwardLinks.Trail(tender.Ref, tender.Title),
            form);
    }
}
