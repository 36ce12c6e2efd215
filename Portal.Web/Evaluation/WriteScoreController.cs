using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>One bid under one criterion: the answer on the left, the evaluator's score, reason and citation on the right.</summary>
[Authorize(Policies.Evaluators)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/bids/{alias}/{criterion}")]
public sealed class WriteScoreController(PortalDb db, ReadOpenedBid read, WriteScore write, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, string alias, string criterion, CancellationToken cancel) =>
        View(await WriteScorePage.Read(db, read, Actor, new ScoreAddress(tenderRef, lot, alias, criterion), null, cancel));

    [HttpPost]
    public async Task<IActionResult> Post(string tenderRef, string lot, string alias, string criterion, WriteScoreForm form, CancellationToken cancel)
    {
        ScoreAddress at = new(tenderRef, lot, alias, criterion);
        WriteScorePage page = await WriteScorePage.Read(db, read, Actor, at, form, cancel);
        if (form.IsEmpty)
        {
            ModelState.AddModelError("Form.Score", "Choose a score or write a reason. To go on without either, use “All my scores of this lot”");
        }

        return await Try(
            act: () => write.Execute(Actor, tenderRef, lot, alias, criterion, form.ToEntry(), cancel),
            then: () => Redirect(page.Next ?? EvaluationLinks.Sheet(tenderRef, lot)),
            again: () => Task.FromResult<IActionResult>(View(page)));
    }

    /// <summary>Keeps what is typed so far; answers when it was kept, or why not.</summary>
    [HttpPost("keep")]
    public async Task<IActionResult> Keep(string tenderRef, string lot, string alias, string criterion, WriteScoreForm form, CancellationToken cancel)
    {
        try
        {
            await write.Execute(Actor, tenderRef, lot, alias, criterion, form.ToEntry(), cancel);
            return Content($"Saved at {LondonTimeOfDay()}");
        }
        catch (RuleBroken refused)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Content($"Not saved. {refused.Message}");
        }
    }

    private string LondonTimeOfDay() => London.Short(clock.GetUtcNow());
}

/// <summary>What an evaluator types.</summary>
public sealed record WriteScoreForm
{
    public int? Score { get; init; }

    public string? Reason { get; init; }

    public string? Citation { get; init; }

    public bool IsEmpty => Score is null && string.IsNullOrWhiteSpace(Reason) && string.IsNullOrWhiteSpace(Citation);

    public ScoreEntry ToEntry() => new(Score, Reason?.Trim() ?? "", Citation?.Trim() ?? "");
}
