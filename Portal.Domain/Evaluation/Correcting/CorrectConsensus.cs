using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Correcting;

/// <summary>The moderator corrects an agreed score after the ranking: before, after, who and why are kept, and the lot is ranked again beside the earlier ranking. Legal must answer the check it raises before anything is awarded (D2-02).</summary>
public sealed class CorrectConsensus(PortalDb db, ReadOpenedPrices prices, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string alias, string criterionCode, AgreedScore agreed, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToModerate(actor, reference, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == criterionCode) ?? throw new NotFound($"Criterion {criterionCode}");
        OpenedBid bid = await db.BidToAssess(tender, lot, alias, stop);
        IReadOnlyList<OpenedPrices> opened = await prices.Execute(actor, tender, lot.Id, stop);
        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new RuleBroken("WRONG_STAGE", "This lot was not moderated.", "C2-03");
        DateTimeOffset now = clock.GetUtcNow();
        moderation.Correct(tender, bid.Id, criterion, agreed, actor, now);
        await db.Run(tender, lot, moderation, opened, actor, now, stop);
        await db.Save(actor, stop);
    }
}
