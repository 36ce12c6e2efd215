using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Scoring;

/// <summary>Keeps what an evaluator has written about one bid under one criterion, half-filled or whole.</summary>
public sealed class WriteScore(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string alias, string criterionCode, ScoreEntry entry, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToScore(actor, reference, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == criterionCode) ?? throw new NotFound($"Criterion {criterionCode}");
        OpenedBid bid = await db.BidToAssess(tender, lot, alias, stop);
        ScoreSheet? sheet = await db.SheetOf(tender.Id, lot.Id, actor.Person, bid.Id, criterion.Code, stop);
        if (sheet is null)
        {
            sheet = ScoreSheet.Begin(tender, lot, actor);
            db.Add(sheet);
        }

        sheet.Write(tender, bid.Id, criterion, entry, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
