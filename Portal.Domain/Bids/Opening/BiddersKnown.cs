using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>What a buyer may know before the opening of how many bid: nothing, or the number alone where the published tender says so (D1-04).</summary>
public static class BiddersKnown
{
    private static readonly TenderStage[] BeforeTheOpening = [TenderStage.Open, TenderStage.Closed];

    extension(PortalDb db)
    {
        /// <summary>How many suppliers have a bid of this round that counts; null for whoever may not know, and once the bids are opened, for then the record says it.</summary>
        public async Task<int?> BiddersSoFar(Tender tender, Actor? reader, CancellationToken ct) =>
            tender.ShowBidderCount && BeforeTheOpening.Contains(tender.Stage) && reader?.Organisation == tender.Buyer
                ? await db.SealedBids.Where(b => b.Tender == tender.Id && b.Round == tender.Round && (b.Status == SealedBidStatus.InTime || b.Status == SealedBidStatus.LateAdmitted)).Select(b => b.Bidder).Distinct().CountAsync(ct)
                : null;
    }
}
