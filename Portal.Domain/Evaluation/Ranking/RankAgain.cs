using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Ranks the lots of a supplier that fell out anew without it: relative price scores need the set of compliant bids, so they are all run again and the new ranking stands beside the old (C2-03). The caller saves.</summary>
public sealed class RankAgain(PortalDb db, ReadOpenedPrices prices, TimeProvider clock)
{
    /// <param name="lots">The lots that may still be ranked again.</param>
    public async Task Execute(Actor actor, Tender tender, IReadOnlyCollection<LotId> lots, OrganisationId without, string why, CancellationToken stop = default)
    {
        IReadOnlyList<LotRanking> rankings = await db.RankingsOf(tender.Id, stop);
        foreach (LotRanking before in rankings.Where(r => lots.Contains(r.Lot) && r.Rows.Any(row => row.Bidder == without)))
        {
            db.Add(await Ranked(actor, tender, before, without, why, stop));
        }
    }

    private async Task<LotRanking> Ranked(Actor actor, Tender tender, LotRanking before, OrganisationId without, string why, CancellationToken stop)
    {
        Lot lot = tender.Lots.First(l => l.Id == before.Lot);
        Moderation moderation = await db.ModerationOf(tender.Id, lot.Id, stop) ?? throw new NotFound($"The moderation of lot {lot.Number}");
        HashSet<string> ranked = [.. before.Rows.Select(r => r.Label)];
        IReadOnlyList<OpenedPrices> opened = await prices.Execute(actor, tender, lot.Id, stop);
        RankedTender[] rows = [.. opened.SelectMany(p => Entries.Of(lot, p)).Where(r => ranked.Contains(r.Label))];
        RankedTender[] scored = [.. rows.Where(r => r.Bidder != without && Entries.MayBeScored(lot, r))];
        LotOutcome outcome = LotEvaluation.Evaluate(PublishedMethod.Of(lot), [.. scored.Select(r => Entries.Scored(lot, moderation, r))]);
        foreach (RankedTender row in rows)
        {
            _ = scored.Contains(row) ? row.With(outcome, lot.PriceMethod.Decimals) : row.Out(row.Bidder == without ? why : before.Rows.First(b => b.Label == row.Label).WhyOut);
        }

        DateTimeOffset now = clock.GetUtcNow();
        return LotRanking.Of(tender, lot, before.Number + 1, await db.Warned(lot, rows, outcome, now, stop), rows, actor, now);
    }
}
