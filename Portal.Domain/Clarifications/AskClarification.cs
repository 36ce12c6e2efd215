using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Clarifications;

/// <summary>A provider asks the buyer; the asker is told of everything about the tender from now on.</summary>
public sealed class AskClarification(PortalDb db, TimeProvider clock)
{
    public async Task<int> Execute(Actor actor, string tenderRef, AskedQuestion asked, CancellationToken stop)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        int last = await db.Clarifications.Where(c => c.Tender == tender.Id).MaxAsync(c => (int?)c.Number, stop) ?? 0;
        DateTimeOffset now = clock.GetUtcNow();
        var clarification = Clarification.Ask(tender, last + 1, asked, actor, now);
        db.Add(clarification);
        await db.Watch(tender, actor, WatchReason.Asked, now, stop);
        // Never who asked: the question alone reaches the commissioners (D1-04).
        db.Add(Message.ToOrganisation(tender.Buyer, Role.Commissioner, $"Question {clarification.Number} about tender {tenderRef}", "A provider has asked a question. Answer it for everybody.", $"/tenders/{tenderRef}/questions/{clarification.Number}/answer", now, $"{tenderRef}/question/{clarification.Number}"));
        await db.Save(actor, stop);
        return clarification.Number;
    }
}
