using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Correcting;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation.Correcting;

/// <summary>The moderator corrects an agreed score after the ranking; before and after stay side by side.</summary>
[Authorize(Policies.Moderators)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/corrections/{alias}/{criterion}")]
public sealed class CorrectConsensusController(PortalDb db, CorrectConsensus correct) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, string alias, string criterion, CancellationToken cancel) =>
        View(await Read(new ScoreAddress(tenderRef, lot, alias, criterion), null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, string alias, string criterion, AgreeConsensusForm form, CancellationToken cancel) => Try(
        act: () => form.Score is { } score
            ? correct.Execute(Actor, tenderRef, lot, alias, criterion, new AgreedScore(score, form.Reason ?? "", form.WhyChanged), cancel)
            : throw new RuleBroken("SCORE_MISSING", "Choose the agreed score.", "C2-05", "Score"),
        then: () =>
        {
            Tell("The correction is kept beside the earlier score, and the lot is ranked again. Legal must answer the check it raises before the award.");
            return Redirect(EvaluationLinks.Ranking(tenderRef));
        },
        again: async () => View(await Read(new ScoreAddress(tenderRef, lot, alias, criterion), form, cancel)));

    private async Task<AgreeConsensusPage> Read(ScoreAddress at, AgreeConsensusForm? form, CancellationToken cancel)
    {
        ModerationPage lot = await ModerationPage.Read(db, Actor, at.TenderRef, at.Lot, null, cancel);
        ModerationRow row = lot.Rows.FirstOrDefault(r => r.AliasInAddress == at.Alias && r.Criterion.Code == at.Criterion) ?? throw new NotFound("That score");
        return new AgreeConsensusPage(lot, row, form ?? new AgreeConsensusForm { Score = row.Agreed?.Score, Reason = row.Agreed?.Reason });
    }
}
