using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>The commissioner answers a request for a feedback meeting.</summary>
public sealed class AnswerFeedback(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, FeedbackRequestId id, string answer, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        FeedbackRequest request = await db.FeedbackRequests.SingleOrDefaultAsync(f => f.Id == id && f.Tender == tender.Id, stop) ?? throw new NotFound("That request");
        DateTimeOffset now = clock.GetUtcNow();
        request.Reply(tender, answer, actor, now);
        db.Add(Message.ToOrganisation(request.Bidder, Role.ProviderBidder, $"{tender.Title}: your feedback meeting", request.Answer, $"/tenders/{tender.Ref}/result", now, $"{tender.Ref}/feedback/{id.Value}/answer"));
        await db.Save(actor, stop);
    }
}
