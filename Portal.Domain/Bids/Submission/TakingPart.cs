using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>A supplier that takes part in a lot, and what becomes of what it wrote when the lot ends.</summary>
public sealed record LotBidder(OrganisationId Bidder, string Fate);

/// <summary>Finds everybody who takes part in a lot: with a bid in the box or opened, with a draft, or on the shortlist. The buyer learns no name by it (D1-04).</summary>
public static class TakingPart
{
    extension(PortalDb db)
    {
        /// <summary>Each supplier once.</summary>
        internal async Task<IReadOnlyList<LotBidder>> TakingPartIn(Tender tender, Lot lot, CancellationToken stop)
        {
            var bids = await db.SealedBids.AsNoTracking().IgnoreAutoIncludes()
                .Where(b => b.Lot == lot.Id && b.Status != SealedBidStatus.Replaced && b.Status != SealedBidStatus.Withdrawn).Select(b => new { b.Bidder, b.Status }).ToListAsync(stop);
            List<OrganisationId> drafts = await db.BidDrafts.Where(d => d.Lot == lot.Id).Select(d => d.Bidder).ToListAsync(stop);
            HashSet<OrganisationId> opened = [.. bids.Where(b => b.Status == SealedBidStatus.Opened).Select(b => b.Bidder)];
            HashSet<OrganisationId> boxed = [.. bids.Select(b => b.Bidder)];
            return
            [
                .. boxed.Select(b => new LotBidder(b, opened.Contains(b) ? "What becomes of your bid for it: it was opened, the record of it is kept, and it is not assessed any further." : "What becomes of your bid for it: it stays sealed and will not be opened.")),
                .. drafts.Distinct().Where(b => !boxed.Contains(b)).Select(b => new LotBidder(b, "Your draft for it stays yours to read; it cannot be sent in any more.")),
                .. tender.Invited.Where(b => !boxed.Contains(b) && !drafts.Contains(b)).Select(b => new LotBidder(b, "Your invitation stands for the other lots.")),
            ];
        }
    }
}
