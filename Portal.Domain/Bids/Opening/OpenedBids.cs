using Microsoft.EntityFrameworkCore;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Finds opened bids; their content is read with <see cref="ReadOpenedBid"/> and <see cref="ReadOpenedPrices"/>, which write the read log.</summary>
public static class OpenedBidsOfATender
{
    extension(PortalDb db)
    {
        /// <summary>Every bid by lot and alias, without its content: what bidders wrote stays in the database until somebody reads one bid.</summary>
        public async Task<IReadOnlyList<OpenedBid>> OpenedBidsOf(TenderId tender, CancellationToken ct = default) =>
            await Listed(db.CurrentBids(tender)).ToListAsync(ct);

        /// <summary>The bids on one lot, in the same way.</summary>
        public async Task<IReadOnlyList<OpenedBid>> OpenedBidsOn(LotId lot, TenderId tender, CancellationToken ct = default) =>
            await Listed(db.CurrentBids(tender).Where(b => b.Lot == lot)).ToListAsync(ct);

        public async Task<IReadOnlyList<OpenedBid>> OpenedBidsOf(TenderId tender, LotId lot, CancellationToken ct = default) =>
            await db.CurrentBids(tender).Where(b => b.Lot == lot).OrderBy(b => b.Alias).ToListAsync(ct);

        // After final tenders the initial ones are history.
        private IQueryable<OpenedBid> CurrentBids(TenderId tender) =>
            db.OpenedBids.AsNoTracking().Where(b => b.Tender == tender && db.Set<Tender>().Any(t => t.Id == tender && t.Round == b.Round));
    }

    private static IQueryable<OpenedBid> Listed(IQueryable<OpenedBid> bids) =>
        bids.AsNoTracking().OrderBy(b => b.LotNumber).ThenBy(b => b.Alias)
            .Select(b => OpenedBid.Listed(b.Id, b.Tender, b.Lot, b.TenderRef, b.LotNumber, b.Bidder, b.Alias, new ValueTuple<DateTimeOffset, DateTimeOffset>(b.ReceivedAt, b.OpenedAt)));
}
