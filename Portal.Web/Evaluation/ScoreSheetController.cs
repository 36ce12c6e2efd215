using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
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
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => View(await Read(tenderRef, lot, cancel));

    [HttpPost]
    public Task<IActionResult> Lock(string tenderRef, string lot, LockSheetForm form, CancellationToken cancel) => Try(
        act: () => close.Execute(Actor, tenderRef, lot, form.StillNoConflict, cancel),
        then: () =>
        {
            Tell("Your sheet is locked.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View(await Read(tenderRef, lot, cancel)));

    private async Task<ScoreSheetPage> Read(string tenderRef, string lotNumber, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToScore(Actor, tenderRef, cancel);
        Lot lot = tender.LotNumbered(lotNumber);
        IReadOnlyList<OpenedBid> bids = await db.BidsToAssess(tender.Id, lot.Id, cancel);
        ScoreSheet? sheet = await db.SheetOf(tender.Id, lot.Id, Actor.Person, cancel);
        return new ScoreSheetPage(tender.Ref, tender.Title, lot, bids, sheet, tender.Stage == TenderStage.Scoring && sheet is not { Standing: SheetStanding.Locked });
    }
}

/// <summary>The second declaration of interests, after the bids were read.</summary>
public sealed record LockSheetForm
{
    public bool StillNoConflict { get; init; }
}

/// <summary>The page: the bids by alias and the evaluator's own scores.</summary>
public sealed record ScoreSheetPage(string Ref, string Title, Lot Lot, IReadOnlyList<OpenedBid> Bids, ScoreSheet? Sheet, bool IsOpen)
{
    public LockSheetForm Form { get; init; } = new();

    public int Needed => Bids.Count * Lot.QualityCriteria.Count();

    public int Done => Needed - (Sheet?.Missing(Lot, Bids.Select(b => b.Id)).Count ?? Needed);
}
