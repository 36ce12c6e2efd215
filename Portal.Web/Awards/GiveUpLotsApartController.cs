using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Evaluation;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The commissioner gives an award of lots apart up, before their bidders are told.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/given-up")]
public sealed class GiveUpLotsApartController(PortalDb db, GiveUpLotsApart giveUp) : PageController
{
    private const string Reasons = "/Evaluation/GiveReason.cshtml";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(Reasons, await Read(new AwardRef(tenderRef, part), new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => giveUp.Execute(Actor, new AwardRef(tenderRef, part), form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("These lots are awarded with the others. Recommend the award of all of them.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(Reasons, await Read(new AwardRef(tenderRef, part), form, cancel)));

    private async Task<GiveReasonPage> Read(AwardRef which, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, which.Tender, cancel);
        _ = which.Part > 0 ? await db.LoadAward(tender.Id, which.Part, cancel) : throw new NotFound("That award");
        return new GiveReasonPage(
            $"Award {(tender.LotsOfPart(which.Part).Any() ? tender.PartInWords(which.Part) : "these lots")} with the others after all",
            "Nobody has been told of this award yet. It is given up, its lots go back to the others, and the award of all of them is recommended anew: what was recommended or decided of either falls, and stays in the log.",
            "Give this award up",
            AwardLinks.Award(which),
            AwardLinks.Trail(which, tender.Title),
            form);
    }
}
