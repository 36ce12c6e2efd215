using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>A feedback request's id.</summary>
public readonly record struct FeedbackRequestId(Guid Value) : ITypedId<FeedbackRequestId>
{
    public static FeedbackRequestId From(Guid value) => new(value);
}

/// <summary>A bidder's wish for a meeting about its result, and the buyer's answer.</summary>
public sealed class FeedbackRequest : Aggregate
{
    private FeedbackRequest()
    {
    }

    public FeedbackRequestId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public OrganisationId Bidder { get; private set; }

    public string BidderName { get; private set; } = "";

    /// <summary>What the bidder would like explained, and when it could meet.</summary>
    public string Wish { get; private set; } = "";

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public string Answer { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public static FeedbackRequest Of(Tender tender, string wish, Actor by, DateTimeOffset now)
    {
        FeedbackRequest request = new()
        {
            Id = Kernel.Id.New<FeedbackRequestId>(),
            Tender = tender.Id,
            Bidder = by.Organisation,
            BidderName = by.OrganisationName,
            Wish = Tenders.Tender.Wanted(wish, 4000, "Wish", "what you would like explained, and when you could meet"),
            AskedByName = by.Name,
            AskedAt = now,
        };
        request.Happened("award.feedbackAsked", tender.Subject, new { request.Bidder, request.Wish });
        return request;
    }

    /// <summary>Answers once: when and how to meet, or why not.</summary>
    public void Reply(Tender tender, string answer, Actor by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            throw new RuleBroken("ANSWERED_ALREADY", "This request has been answered.");
        }

        (Answer, AnsweredByName, AnsweredAt) = (Tenders.Tender.Wanted(answer, 4000, "Answer", "when and how to meet, or why not"), by.Name, now);
        Happened("award.feedbackAnswered", tender.Subject, new { Bidder, Answer });
    }
}
