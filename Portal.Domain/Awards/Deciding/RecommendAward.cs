using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>The commissioner recommends the award that the ranking gives, with the reason.</summary>
public sealed class RecommendAward(PortalDb db, ReadOpenedPrices prices, CheckEqualTreatment check, TimeProvider clock)
{
    public async Task<Award> Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        tender.MustBeCompeted();
        IReadOnlyList<LotRanking> rankings = await db.RankingsOf(tender.Id, stop);
        RuleBroken.If(AwardProposal.WhatBlocks(rankings));
        CheckedFinding.MustBeClear(await check.Execute(tender, stop));
        List<AwardedBid> winners = [];
        foreach (LotRanking ranking in rankings)
        {
            winners.AddRange(await Winners(actor, tender, ranking, stop));
        }

        Award? award = await db.AwardOf(tender.Id, stop);
        if (award is null)
        {
            award = Award.For(tender);
            db.Add(award);
        }

        award.Recommend(tender, winners, rankings.ToDictionary(r => r.LotNumber, r => r.Number), reason, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
        return award;
    }

    private async Task<IEnumerable<AwardedBid>> Winners(Actor actor, Tender tender, LotRanking ranking, CancellationToken stop)
    {
        IReadOnlyList<OpenedPrices> opened = await prices.Execute(actor, tender, ranking.Lot, stop);
        Dictionary<OrganisationId, string> names = await db.NamesOf([.. ranking.Rows.Select(r => r.Bidder)], stop);
        return AwardProposal.Of(tender, ranking).Select(row => new AwardedBid(ranking.LotNumber, row.Submission, row.Bidder, names[row.Bidder], row.HomeUrn, row.Rank!.Value)
        {
            Prices = PricesOf(opened.First(o => o.Bid.Id == row.Submission), row.HomeUrn),
        });
    }

    private static IReadOnlyDictionary<string, decimal> PricesOf(OpenedPrices opened, string urn) =>
        urn.Length == 0 ? opened.Prices : opened.Homes.First(h => h.Urn == urn).Prices;
}
