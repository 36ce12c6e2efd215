using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Evaluation;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Telling;

/// <summary>Legal withholds a winner's explanation from the others' letters on a recorded ground.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tenderRef}/award/withheld")]
public sealed class WithholdPartController(PortalDb db, WithholdPart withhold) : PageController
{
    private const string Reasons = "/Evaluation/GiveReason.cshtml";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(Reasons, await Read(new AwardRef(tenderRef, part), new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, GiveReasonForm form, CancellationToken cancel) => Try(
        act: async () => await Withhold(new AwardRef(tenderRef, part), form, cancel),
        then: () =>
        {
            Tell("The part is left out of the other bidders’ assessment summaries, which state the ground.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(Reasons, await Read(new AwardRef(tenderRef, part), form, cancel)));

    private async Task Withhold(AwardRef which, GiveReasonForm form, CancellationToken cancel)
    {
        if (form.Choice?.Split('|') is not [var lot, var winner, var criterion] || !Guid.TryParse(winner, out Guid id))
        {
            throw new RuleBroken("CHOICE_MISSING", "Choose what is withheld.", "A10-03", "Choice");
        }

        await withhold.Execute(Actor, which, lot, new OrganisationId(id), criterion, form.Reason ?? "", cancel);
    }

    private async Task<GiveReasonPage> Read(AwardRef which, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, which.Tender, cancel);
        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        return new GiveReasonPage(
            "Withhold a part of a winner’s explanation",
            "Every other bidder’s assessment summary gives the winner’s scores and explanations. Only what is sensitive commercial information may be left out, and the summary says so with the ground (section 94, rule A10-03). Scores and totals are never withheld.",
            "Withhold this explanation",
            AwardLinks.Award(which),
            AwardLinks.Trail(which, tender.Title),
            form)
        {
            ChoiceLabel = "Which explanation?",
            Choices =
            [
                .. from winner in award.Winners.DistinctBy(w => (w.LotNumber, w.Bidder))
                   from criterion in tender.LotNumbered(winner.LotNumber).Criteria
                   select new Choice($"{winner.LotNumber}|{winner.Bidder.Value}|{criterion.Code}", $"Lot {winner.LotNumber}, {winner.BidderName}: {criterion.Title}"),
            ],
        };
    }
}
