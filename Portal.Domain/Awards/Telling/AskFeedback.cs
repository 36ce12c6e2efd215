using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>A bidder that has its result asks for a feedback meeting; once while one is unanswered.</summary>
public sealed class AskFeedback(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string wish, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(reference, stop);
        if (!await db.AssessmentSummaries.AnyAsync(s => s.Tender == tender.Id && s.Bidder == actor.Organisation, stop))
        {
            throw new NotFound($"A result of tender {reference}");
        }

        if (await db.FeedbackRequests.AnyAsync(f => f.Tender == tender.Id && f.Bidder == actor.Organisation && f.AnsweredAt == null, stop))
        {
            throw new RuleBroken("ASKED_ALREADY", "Your request is with the buyer. You will get a message when it is answered.", null, "Wish");
        }

        DateTimeOffset now = clock.GetUtcNow();
        FeedbackRequest request = FeedbackRequest.Of(tender, wish, actor, now);
        db.Add(request);
        db.Add(Message.ToOrganisation(tender.Buyer, Role.Commissioner, $"{tender.Title}: {actor.OrganisationName} asks for a feedback meeting", "Answer on the award page: when and how to meet, or why not.", $"/tenders/{tender.Ref}/award", now, $"{tender.Ref}/feedback/{request.Id.Value}"));
        await db.Save(actor, stop);
    }
}
