using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Cases;

/// <summary>The bidder answers what it was asked about its bid.</summary>
public sealed class AnswerBidCase(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, int number, string answer, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(reference, stop);
        BidCase asked = await db.LoadCase(tender.Id, number, stop);
        if (asked.Bidder != actor.Organisation)
        {
            throw new NotFound($"Case {number}");
        }

        DateTimeOffset now = clock.GetUtcNow();
        asked.GiveAnswer(tender, answer, actor, now);
        db.Add(Message.ToOrganisation(
            tender.Buyer, Role.Commissioner, $"Case {number} of tender {tender.Ref} is answered", $"{asked.Alias} has answered. Read the answer and decide.", $"/tenders/{tender.Ref}/cases/{number}", now, $"{tender.Ref}/case/{number}/answered"));
        await db.Save(actor, stop);
    }
}
