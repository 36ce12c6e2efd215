using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Scoring;

/// <summary>An evaluator closes the own sheet of a lot: every score and every reason is there, and the interests are declared a second time, after the bids were read (C2-09).</summary>
public sealed class LockSheet(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, bool stillNoConflict, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToScore(actor, reference, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        if (!stillNoConflict)
        {
            throw new RuleBroken("NOT_DECLARED_AGAIN", "Now that you have read the bids, declare again that you have no conflict you have not told us of. If you have one, declare it first.", "C2-09", "StillNoConflict");
        }

        ScoreSheet sheet = await db.SheetOf(tender.Id, lot.Id, actor.Person, stop)
            ?? throw new RuleBroken("SHEET_EMPTY", "You have not scored anything on this lot yet.", "C2-04");
        sheet.Lock(tender, lot, [.. (await db.BidsToAssess(tender.Id, lot.Id, stop)).Select(b => b.Id)], clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
