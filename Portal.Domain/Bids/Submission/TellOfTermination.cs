using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Tells every supplier with a bid in the box that the procurement ended without award and what becomes of the bid. The buyer learns no name by it (D1-04).</summary>
public sealed class TellOfTermination(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(id, stop);
        List<SealedBid> bids = await db.SealedBids.AsNoTracking().Where(b => b.Tender == id && (b.Status == SealedBidStatus.InTime || b.Status == SealedBidStatus.Opened || b.Status == SealedBidStatus.Late)).ToListAsync(stop);
        DateTimeOffset now = clock.GetUtcNow();
        foreach (IGrouping<OrganisationId, SealedBid> bidder in bids.GroupBy(b => b.Bidder))
        {
            string key = $"terminated/{tender.Ref}/{bidder.Key.Value}";
            if (await db.Messages.AnyAsync(m => m.Key == key, stop))
            {
                continue;
            }

            string fate = bidder.Any(b => b.Status == SealedBidStatus.Opened) ? "It was opened; the record of it is kept." : "It stays sealed and will not be opened.";
            db.Add(Message.ToOrganisation(bidder.Key, Role.ProviderBidder, $"Your bid for tender {tender.Ref}", $"The procurement has ended without award: {tender.Cancelled?.Reason}\n\nWhat becomes of your bid: {fate}", $"/tenders/{tender.Ref}", now, key));
        }

        await db.Save(Actor.Portal, stop);
    }
}
