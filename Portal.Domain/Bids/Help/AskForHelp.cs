using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Help;

/// <summary>A bidder asks for help from any bidding page; the buyer's commissioners are told at once, not by whom.</summary>
public sealed class AskForHelp(PortalDb db, TimeProvider clock)
{
    public async Task<HelpRequest> Execute(Actor by, string reference, HelpAsked asked, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(reference, ct);
        DateTimeOffset now = clock.GetUtcNow();
        if (!tender.TakesBids(now))
        {
            throw new RuleBroken("DEADLINE_PASSED", "The deadline has passed. Write to the buyer named on the tender.", "D1-08", "Text");
        }

        HelpRequest request = HelpRequest.Ask(tender, by, asked, now);
        db.Add(request);
        db.Add(Message.ToOrganisation(tender.Buyer, Role.Commissioner, $"A bidder asks for help with tender {tender.Ref}", "Answer from the tender's help desk. What concerns every bidder belongs in an answer to all.", $"/tenders/{tender.Ref}/help-desk", now, $"help/{request.Id.Value}"));
        await db.Save(by, ct);
        return request;
    }
}
