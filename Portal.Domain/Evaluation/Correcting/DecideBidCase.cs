using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Correcting;

/// <summary>The commissioner or a lawyer decides a case about a bid. Where it takes a bid out of lots that are ranked, those lots are ranked again beside the earlier ranking (C2-03).</summary>
public sealed class DecideBidCase(PortalDb db, ReadOpenedPrices prices, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, int number, CaseOutcome outcome, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        Tender tender = await db.LoadTender(actor, reference, stop);
        Dictionary<LotId, IReadOnlyList<OpenedPrices>> opened = outcome == CaseOutcome.Disregarded ? await Prices(actor, tender, stop) : [];
        BidCase decided = await db.LoadCase(tender.Id, number, stop);
        if (outcome == CaseOutcome.Disregarded && decided.Kind != CaseKind.Exclusion)
        {
            tender.MustBeUntold(tender.Lots.First(l => l.Id == decided.Lot));
        }

        DateTimeOffset now = clock.GetUtcNow();
        decided.Decide(tender, outcome, reason, actor, now);
        db.Add(Message.ToOrganisation(
            decided.Bidder, Role.ProviderBidder, $"{tender.Title}: decision on what we asked about your bid for lot {decided.LotNumber}", "The decision and its reason are in the portal.", $"/tenders/{tender.Ref}/asked/{number}", now, $"{tender.Ref}/case/{number}/decided"));
        foreach (LotId lot in opened.Keys.Where(l => opened[l].Any(p => decided.TakesOut(p.Bid))))
        {
            await RankAgain(actor, tender, tender.Lots.First(l => l.Id == lot), [.. opened[lot].Where(p => !decided.TakesOut(p.Bid))], now, stop);
        }

        await db.Save(actor, stop);
    }

    // Of the lots whose ranking may still change: it stands once the bidders were told its award.
    private async Task<Dictionary<LotId, IReadOnlyList<OpenedPrices>>> Prices(Actor actor, Tender tender, CancellationToken stop)
    {
        Dictionary<LotId, IReadOnlyList<OpenedPrices>> opened = [];
        foreach (LotRanking ranking in (await db.RankingsOf(tender.Id, stop)).Where(r => tender.Lots.First(l => l.Id == r.Lot) is { } lot && tender.IsDeciding(lot) && !Tender.IsTold(lot)))
        {
            opened[ranking.Lot] = await prices.Execute(actor, tender, ranking.Lot, stop);
        }

        return opened;
    }

    private async Task RankAgain(Actor actor, Tender tender, Lot lot, IReadOnlyList<OpenedPrices> left, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.ModerationOf(tender.Id, lot.Id, stop) is { } moderation)
        {
            await db.Run(tender, lot, moderation, left, actor, now, stop);
        }
    }
}
