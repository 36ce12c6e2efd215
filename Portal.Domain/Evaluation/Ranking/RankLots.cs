using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Opens the prices of the frozen set, scores them by the published method and ranks every lot (C2-03).</summary>
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

        if (Methodology.Sha256(tender) != tender.MethodologySha256)
        {
            throw new RuleBroken("METHODOLOGY_CHANGED", "The criteria or the price method differ from what was published. Nothing may be ranked by them; tell legal.", "D2-10");
        }

        foreach (Lot lot in tender.Lots)
        {
            await Rank(actor, tender, lot, stop);
        }

        tender.StartDeciding(clock.GetUtcNow());
        await db.Save(actor, stop);
    }

    private async Task Rank(Actor actor, Tender tender, Lot lot, CancellationToken stop)
    {
        HashSet<Bids.SubmissionId> assessed = [.. (await db.BidsToAssess(tender.Id, lot.Id, stop)).Select(b => b.Id)];
        if (assessed.Count == 0)
        {
            return;
        }

        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new RuleBroken("CONSENSUS_INCOMPLETE", $"Lot {lot.Number} was not moderated.", "C2-05");
        OpenedPrices[] opened = [.. (await prices.Execute(actor, tender, lot.Id, stop)).Where(p => assessed.Contains(p.Bid.Id))];
        RankedTender[] rows = [.. opened.SelectMany(p => Entries.Of(lot, p))];
        LotBid[] bids = [.. rows.Where(r => Entries.MayBeScored(lot, r)).Select(r => Entries.Scored(lot, moderation, r))];
        LotOutcome outcome = LotEvaluation.Evaluate(PublishedMethod.Of(lot), bids);
        foreach (RankedTender row in rows)
        {
            _ = Entries.MayBeScored(lot, row) ? row.With(outcome, lot.PriceMethod.Decimals) : row.Out("It gives no price for what is assessed.");
        }

        db.Add(LotRanking.Of(tender, lot, 1, outcome, rows, actor, clock.GetUtcNow()));
    }
}
