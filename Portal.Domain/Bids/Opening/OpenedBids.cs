using Microsoft.EntityFrameworkCore;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Finds opened bids; their content is read with <see cref="ReadOpenedBid"/> and <see cref="ReadOpenedPrices"/>, which write the read log.</summary>
public static class OpenedBidsOfATender
{
    extension(PortalDb db)
    {
        public async Task<IReadOnlyList<OpenedBid>> OpenedBidsOf(TenderId tender, CancellationToken ct = default) =>
            await db.CurrentBids(tender).OrderBy(b => b.LotNumber).ThenBy(b => b.Alias).ToListAsync(ct);

        public async Task<IReadOnlyList<OpenedBid>> OpenedBidsOf(TenderId tender, LotId lot, CancellationToken ct = default) =>
            await db.CurrentBids(tender).Where(b => b.Lot == lot).OrderBy(b => b.Alias).ToListAsync(ct);

        // After final tenders the initial ones are history.
        private IQueryable<OpenedBid> CurrentBids(TenderId tender) =>
            db.OpenedBids.AsNoTracking().Where(b => b.Tender == tender && db.Set<Tender>().Any(t => t.Id == tender && t.Round == b.Round));
    }
}
