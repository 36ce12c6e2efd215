using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>Legal settles a tie that the published ladder refers to a person.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/tie")]
public sealed class SettleTieController(PortalDb db, SettleTie settle) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => View("GiveReason", await Read(tenderRef, lot, new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => settle.Execute(Actor, tenderRef, lot, form.Choice ?? "", form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The tie is settled.");
            return Redirect(EvaluationLinks.Ranking(tenderRef));
        },
        again: async () => View("GiveReason", await Read(tenderRef, lot, form, cancel)));

    private static IEnumerable<string> Equal(LotRanking ranking) =>
        ranking.TieIsOpen ? ranking.Findings.Tied : ranking.Line.Where(place => place.Count > 1).SelectMany(place => place).Select(row => row.Label);

    private async Task<GiveReasonPage> Read(string tenderRef, string lot, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        LotRanking ranking = (await db.RankingsOf(tender.Id, cancel)).FirstOrDefault(r => r.LotNumber == lot) ?? throw new NotFound("That ranking");
        return new GiveReasonPage(
            $"Settle the tie on lot {ranking.LotNumber}",
            "The published ladder does not separate these bids. Nothing unpublished may be used (rule C2-11): say how the published documents settle it, for instance by drawing lots before two witnesses.",
            "Settle the tie",
            EvaluationLinks.Ranking(tenderRef),
            EvaluationLinks.Trail(tender.Ref, tender.Title),
            form)
        {
            ChoiceLabel = ranking.TieIsOpen ? "Which bid is first?" : "Which of the equal bids comes first?",
            Choices = [.. Equal(ranking).Select(t => new Choice(t, t))],
        };
    }
}
