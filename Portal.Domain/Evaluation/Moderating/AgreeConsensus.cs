using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>The moderator records the score and the reason that the panel agreed for one bid under one criterion.</summary>
public sealed class AgreeConsensus(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string alias, string criterionCode, AgreedScore agreed, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToModerate(actor, reference, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        Criterion criterion = lot.QualityCriteria.FirstOrDefault(c => c.Code == criterionCode) ?? throw new NotFound($"Criterion {criterionCode}");
        OpenedBid bid = await db.BidToAssess(tender, lot, alias, stop);
        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new RuleBroken("WRONG_STAGE", "Moderation has not begun.", "C2-03");
        if (await db.SheetOf(tender.Id, lot.Id, actor.Person, stop) is not null)
        {
            throw new RuleBroken("MODERATOR_SCORES", "Who has scored this lot cannot moderate it.", "C2-05");
        }

        moderation.Agree(tender, bid.Id, criterion, agreed, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
