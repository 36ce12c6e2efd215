using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>A supplier on the shortlist withdraws from the competition; a tender of its own that still lies sealed is taken back with it.</summary>
public sealed class LeaveCompetition(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, string tenderRef, string reason, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(tenderRef, ct);
        DateTimeOffset now = clock.GetUtcNow();
        if (tender.Stage == TenderStage.Closed || (tender.Stage == TenderStage.Open && !tender.TakesBids(now)))
        {
            throw new RuleBroken("DEADLINE_PASSED", "The deadline has passed and the tenders are about to be opened. Write to the buyer if you do not stand by yours.", "D1-06");
        }

        tender.Leave(by.Organisation, reason, now);
        foreach (SealedBid bid in await db.SealedBids.Where(b => b.Tender == tender.Id && b.Bidder == by.Organisation && b.Status == SealedBidStatus.InTime).ToListAsync(ct))
        {
            bid.Withdraw(now);
        }

        int left = tender.Invited.Count();
        string then = left switch { 0 => "Nobody is left: end the procurement with its reason (UK12).", 1 => "One supplier is left. Think about whether going on still gives value for money, and record it.", _ => $"{left} suppliers are left." };
        db.Add(Message.ToOrganisation(tender.Buyer, Role.Commissioner, $"A supplier has left {tender.Ref}", $"{by.OrganisationName} has left the competition: {reason}\n\n{then}", $"/tenders/{tender.Ref}/negotiation", now, $"{tender.Ref}/left/{by.Organisation.Value}"));
        await db.Save(by, ct);
    }
}
