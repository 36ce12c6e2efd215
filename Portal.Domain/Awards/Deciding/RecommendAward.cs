using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>The commissioner recommends the award that the ranking gives, with the reason.</summary>
public sealed class RecommendAward(PortalDb db, ReadOpenedPrices prices, CheckEqualTreatment check, TimeProvider clock)
{
    public async Task<Award> Execute(Actor actor, AwardRef which, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        tender.MustBeCompeted();
        IReadOnlyList<LotRanking> rankings = Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, stop));
        RuleBroken.If(AwardProposal.WhatBlocks(tender, rankings, await db.CasesOf(tender.Id, stop)));
        CheckedFinding.MustBeClear(CheckedFinding.Of(await check.Execute(tender, stop), [.. tender.LotsOfPart(which.Part).Select(l => l.Number)]));
        IReadOnlyList<ProposedLot> proposed = AwardProposal.Of(tender, rankings);
        Dictionary<OrganisationId, string> names = await db.NamesOf([.. rankings.SelectMany(r => r.Rows).Select(r => r.Bidder).Distinct()], stop);
        List<AwardedBid> winners = [];
        foreach (ProposedLot lot in proposed)
        {
            winners.AddRange(await Winners(actor, tender, lot, names, stop));
        }

        Award? award = await db.AwardOf(tender.Id, which.Part, stop);
        if (award is null)
        {
            award = tender.LotsOfPart(which.Part).Any() ? Award.For(tender, which.Part) : throw new NotFound("That award");
            db.Add(award);
        }

        award.Recommend(tender, winners, rankings.ToDictionary(r => r.LotNumber, r => r.Number), reason, actor, clock.GetUtcNow(), PassedOver(proposed, names));
        await db.Save(actor, stop);
        return award;
    }

    private async Task<IEnumerable<AwardedBid>> Winners(Actor actor, Tender tender, ProposedLot lot, Dictionary<OrganisationId, string> names, CancellationToken stop)
    {
        IReadOnlyList<OpenedPrices> opened = await prices.Execute(actor, tender, lot.Ranking.Lot, stop);
        return lot.Awarded.Select(row => new AwardedBid(lot.Ranking.LotNumber, row.Submission, row.Bidder, names[row.Bidder], row.HomeUrn, row.Rank!.Value)
        {
            Prices = PricesOf(opened.First(o => o.Bid.Id == row.Submission), row.HomeUrn),
        });
    }

    private static PassedOver[] PassedOver(IReadOnlyList<ProposedLot> proposed, Dictionary<OrganisationId, string> names) =>
    [
        .. from lot in proposed
           from row in lot.PassedOver
           select new PassedOver(lot.Ranking.LotNumber, row.Bidder, names[row.Bidder], row.Label, row.HomeUrn, row.Rank!.Value, AwardProposal.LotsOf(proposed, row.Bidder)),
    ];

    private static IReadOnlyDictionary<string, decimal> PricesOf(OpenedPrices opened, string urn) =>
        urn.Length == 0 ? opened.Prices : opened.Homes.First(h => h.Urn == urn).Prices;
}
