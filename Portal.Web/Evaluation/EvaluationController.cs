using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>Where the evaluation stands, what comes next and who does it; and the steps from scoring to ranking.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/evaluation")]
public sealed class EvaluationController(PortalDb db, StartModeration moderate, FreezeConsensus freeze, RankLots rank) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await EvaluationPage.Read(db, moderate, Actor, tenderRef, cancel));

    [HttpPost("moderation")]
    public async Task<IActionResult> StartModeration(string tenderRef, CancellationToken cancel)
    {
        await moderate.Execute(Actor, tenderRef, cancel);
        Tell("Moderation has begun. The sheets are closed for good.");
        return Redirect(EvaluationLinks.Overview(tenderRef));
    }

    [HttpPost("freeze")]
    public async Task<IActionResult> Freeze(string tenderRef, CancellationToken cancel)
    {
        await freeze.Execute(Actor, tenderRef, cancel);
        Tell("The agreed scores are frozen. Two openers may now open the prices; they have been told.");
        return Redirect(EvaluationLinks.Overview(tenderRef));
    }

    [HttpPost("rank")]
    public async Task<IActionResult> Rank(string tenderRef, CancellationToken cancel)
    {
        await rank.Execute(Actor, tenderRef, cancel);
        Tell("Prices are scored, and every lot is ranked.");
        return Redirect(EvaluationLinks.Ranking(tenderRef));
    }
}
