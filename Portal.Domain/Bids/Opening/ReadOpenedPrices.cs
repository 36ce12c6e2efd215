using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>The prices of one opened bid: of the lot, and of each home where the lot is per home.</summary>
public sealed record OpenedPrices(OpenedBid Bid, IReadOnlyDictionary<string, decimal> Prices, IReadOnlyList<HomeBid> Homes);

/// <summary>Releases the prices of a lot's bids for scoring, when quality is agreed and two people have opened the price envelopes, and writes the read log.</summary>
public sealed class ReadOpenedPrices(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<IReadOnlyList<OpenedPrices>> Execute(Actor actor, Tender tender, LotId lot, CancellationToken ct)
    {
        OpeningRules.MustBeReader(actor, tender);
        if (!tender.ShowsPrices)
        {
            throw new RuleBroken("PRICES_SEALED", "Prices are read only when the quality scores are agreed.", "C2-03");
        }

        IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(tender.Id, lot, ct);
        if (bids.Any(b => !b.HasPrices))
        {
            throw new RuleBroken("PRICES_SEALED", "The price envelopes are still sealed: two openers open them first, on the tender's opening page.", "C2-03");
        }

        foreach (OpenedBid bid in bids)
        {
            db.Note(actor, "bid.pricesRead", bid.Subject, new { lot = bid.LotNumber }, clock.GetUtcNow());
        }

        await db.Save(actor, ct);
        return [.. bids.Select(b => (Bid: b, Prices: b.Prices(keys))).Select(p => new OpenedPrices(p.Bid, p.Prices.Prices, p.Prices.Homes))];
    }
}
