using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Takes the opened prices of the frozen set, scores them by the published method and ranks every lot (C2-03).</summary>
public sealed class RankLots(PortalDb db, ReadOpenedPrices prices, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, reference, stop);
        if (!tender.HasOnTeam(actor.Person, TeamPart.Moderator))
        {
            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        }

        if (tender.Stage != TenderStage.Pricing)
        {
            throw new RuleBroken("WRONG_STAGE", "Lots are ranked when quality is agreed and frozen, and not before.", "C2-03");
        }

        foreach (Lot lot in tender.LotsGoingOn)
        {
            await Rank(actor, tender, lot, stop);
        }

        tender.StartDeciding(clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    private async Task Rank(Actor actor, Tender tender, Lot lot, CancellationToken stop)
    {
        if ((await db.BidsToAssess(tender.Id, lot.Id, stop)).Count == 0)
        {
            return;
        }

        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new RuleBroken("CONSENSUS_INCOMPLETE", $"Lot {lot.Number} was not moderated.", "C2-05");
        await db.Run(tender, lot, moderation, await prices.Execute(actor, tender, lot.Id, stop), actor, clock.GetUtcNow(), stop);
    }
}
