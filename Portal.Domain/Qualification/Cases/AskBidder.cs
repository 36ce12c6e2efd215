using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Cases;

/// <summary>The commissioner opens a case about a bid; the bidder is told what is asked and until when.</summary>
public sealed class AskBidder(PortalDb db, TimeProvider clock)
{
    public async Task<int> Execute(Actor actor, string reference, string lotNumber, string alias, CaseQuestion asked, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        OpenedBid bid = (await db.OpenedBidsOf(tender.Id, tender.LotNumbered(lotNumber).Id, stop)).FirstOrDefault(b => b.Alias == alias) ?? throw new NotFound("That bid");
        int last = await db.BidCases.Where(c => c.Tender == tender.Id).MaxAsync(c => (int?)c.Number, stop) ?? 0;
        DateTimeOffset now = clock.GetUtcNow();
        BidCase opened = BidCase.Ask(tender, bid, asked, last + 1, actor, now);
        db.Add(opened);
        db.Add(Message.ToOrganisation(
            bid.Bidder, Role.ProviderBidder, $"{tender.Title}: the buyer asks about your bid for lot {bid.LotNumber}", $"Please answer in the portal by {LondonTime.ForPeople(opened.AnswerBy)}. An answer explains the bid; it cannot change it.", $"/tenders/{tender.Ref}/asked/{opened.Number}", now, $"{tender.Ref}/case/{opened.Number}/asked"));
        await db.Save(actor, stop);
        return opened.Number;
    }
}
