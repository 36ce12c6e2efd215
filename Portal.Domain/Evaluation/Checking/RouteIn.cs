using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>How one supplier came to a tender: by which door, since when, who vouches that it is who it says, and whether it bid. There is no other way in (D2-04).</summary>
public sealed record RouteIn(OrganisationId Supplier, string Name, WatchReason? Door, DateTimeOffset Since, DateTimeOffset? VerifiedAt, bool Bid, DateTimeOffset? DeclinedAt);

/// <summary>The register of routes in.</summary>
public static class RouteInRegister
{
    extension(PortalDb db)
    {
        /// <summary>Every supplier that watched, drafted, downloaded, asked, declined or bid; only after the opening (D1-04).</summary>
        public async Task<IReadOnlyList<RouteIn>> RoutesInto(Tender tender, CancellationToken stop = default)
        {
            List<TenderWatch> watches = await db.TenderWatches.AsNoTracking().Where(w => w.Tender == tender.Id).ToListAsync(stop);
            List<DeclinedTender> declined = await db.Set<DeclinedTender>().AsNoTracking().Where(d => d.Tender == tender.Id).ToListAsync(stop);
            IReadOnlyList<OpenedBid> bids = await db.OpenedBidsOf(tender.Id, stop);
            OrganisationId[] ids = [.. watches.Select(w => w.Organisation).Concat(declined.Select(d => d.Provider)).Concat(bids.Select(b => b.Bidder)).Distinct()];
            List<Organisation> suppliers = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop);
            return
            [
                .. suppliers.Where(s => s.IsProvider).Select(s => Of(s, watches, declined, bids)).OrderBy(r => r.Since).ThenBy(r => r.Name, StringComparer.Ordinal),
            ];
        }
    }

    private static RouteIn Of(Organisation supplier, List<TenderWatch> watches, List<DeclinedTender> declined, IReadOnlyList<OpenedBid> bids)
    {
        TenderWatch? first = watches.Where(w => w.Organisation == supplier.Id).MinBy(w => w.Since);
        DateTimeOffset? declinedAt = declined.Find(d => d.Provider == supplier.Id)?.At;
        DateTimeOffset[] received = [.. bids.Where(b => b.Bidder == supplier.Id).Select(b => b.ReceivedAt)];
        DateTimeOffset since = first?.Since ?? (received.Length > 0 ? received.Min() : declinedAt ?? default);
        return new RouteIn(supplier.Id, supplier.Name, first?.Because, since, supplier.VerifiedAt, received.Length > 0, declinedAt);
    }
}
