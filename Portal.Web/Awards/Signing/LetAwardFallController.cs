using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Tenders;
using Portal.Web.Evaluation;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Signing;

/// <summary>A winner fell away after the letters: the award goes back to be decided on the next in the ranking.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/fall")]
public sealed class LetAwardFallController(PortalDb db, LetAwardFall fall) : PageController
{
    private const string Reasons = "/Evaluation/GiveReason.cshtml";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(Reasons, await Read(tenderRef, new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => fall.Execute(Actor, tenderRef, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The award is to be decided anew. Recommend it again without the winner that fell away.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(Reasons, await Read(tenderRef, form, cancel)));

    private async Task<GiveReasonPage> Read(string tenderRef, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return new GiveReasonPage(
            "Let the award fall to the next",
            "A winner has failed due diligence. The award is recommended and decided again on the next in the ranking; every bidder gets a new letter, and a new notice and standstill follow (rule A10-01).",
            "Decide the award anew",
            AwardLinks.Award(tender.Ref),
            AwardLinks.Trail(tender.Ref, tender.Title),
            form);
    }
}
