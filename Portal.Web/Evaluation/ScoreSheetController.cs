using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>The evaluator's own sheet of a lot: what is scored, what is missing, and the lock.</summary>
[Authorize(Policies.Evaluators)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/sheet")]
public sealed class ScoreSheetController(PortalDb db, LockSheet close) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, string? after, CancellationToken cancel) => View(await Read(tenderRef, lot, after, cancel));

    [HttpPost]
    public Task<IActionResult> Lock(string tenderRef, string lot, LockSheetForm form, CancellationToken cancel) => Try(
        act: () => close.Execute(Actor, tenderRef, lot, form.StillNoConflict, cancel),
        then: () =>
        {
            Tell("Your sheet is locked.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View(await Read(tenderRef, lot, null, cancel)));

    private async Task<ScoreSheetPage> Read(string tenderRef, string lotNumber, string? after, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToScore(Actor, tenderRef, cancel);
        Lot lot = tender.LotNumbered(lotNumber);
        IReadOnlyList<OpenedBid> bids = await db.BidsToAssess(tender.Id, lot.Id, cancel);
        PageOf<OpenedBid> shown = PageOf.From([.. (after is null ? bids : bids.SkipWhile(b => b.Alias != after).Skip(1)).Take(ScoreSheetPage.Shown + 1)], b => b.Alias, ScoreSheetPage.Shown);
        SubmissionId[] wanted = [.. shown.Items.Select(b => b.Id)];
        ScoreSheet? sheet = await db.ScoreSheets.AsNoTracking().Include(s => s.Scores.Where(g => wanted.Contains(g.Submission))).SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Lot == lot.Id && s.Evaluator == Actor.Person, cancel);
        SheetProgress progress = await SheetProgress.Of(db, sheet?.Id, lot, bids, cancel);
        return new ScoreSheetPage(tender.Ref, tender.Title, lot, shown, sheet, tender.Stage == TenderStage.Scoring && sheet is not { Standing: SheetStanding.Locked })
        {
            Done = progress.Complete,
            Needed = bids.Count * lot.QualityCriteria.Count(),
        };
    }
}

/// <summary>The second declaration of interests, after the bids were read.</summary>
public sealed record LockSheetForm
{
    public bool StillNoConflict { get; init; }
}

/// <summary>The page: the bids by alias and the evaluator's own scores.</summary>
public sealed record ScoreSheetPage(string Ref, string Title, Lot Lot, PageOf<OpenedBid> Bids, ScoreSheet? Sheet, bool IsOpen)
{
    /// <summary>So many bids at a time.</summary>
    public const int Shown = 25;

    public LockSheetForm Form { get; init; } = new();

    public int Needed { get; init; }

    public int Done { get; init; }

    /// <summary>The scores of the bids shown, each found at once.</summary>
    public IReadOnlyDictionary<(SubmissionId Bid, string Criterion), GivenScore> Given { get; } = (Sheet?.Scores ?? []).ToDictionary(s => (s.Submission, s.Criterion));
}
