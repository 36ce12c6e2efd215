using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Help;

/// <summary>A help request's id.</summary>
public readonly record struct HelpRequestId(Guid Value) : ITypedId<HelpRequestId>
{
    public static HelpRequestId From(Guid value) => new(value);
}

/// <summary>What a bidder writes for help, and from where.</summary>
public sealed record HelpAsked(string Text, string? Lot, string Page);

/// <summary>A bidder's cry for help with the portal while bidding: the page, the lot and the time come with it. The buyer is not told who asks (D1-04); unanswered in the last hour before the deadline it raises an alarm and proposes more time for all (D1-10).</summary>
public sealed class HelpRequest : Aggregate
{
    private const int LongestText = 2000;

    private HelpRequest()
    {
    }

    public HelpRequestId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public string? LotNumber { get; private set; }

    /// <summary>The address of the page from which help was asked.</summary>
    public string Page { get; private set; } = "";

    public string Text { get; private set; } = "";

    public OrganisationId Bidder { get; private set; }

    public PersonId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>By when the page promised an answer.</summary>
    public DateTimeOffset ExpectedAt { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? AnsweredByName { get; private set; }

    /// <summary>When the buyer was alarmed; null: not needed.</summary>
    public DateTimeOffset? AlarmedAt { get; private set; }

    /// <summary>The later deadline, for all, that the alarm proposes.</summary>
    public DateTimeOffset? ProposedClosesAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    private string Subject => $"tender/{TenderRef}";

    public static HelpRequest Ask(Tender tender, Actor by, HelpAsked asked, DateTimeOffset now)
    {
        HelpRequest request = new()
        {
            Id = Kernel.Id.New<HelpRequestId>(),
            Tender = tender.Id,
            TenderRef = tender.Ref,
            LotNumber = string.IsNullOrWhiteSpace(asked.Lot) ? null : tender.LotNumbered(asked.Lot).Number,
            Page = HelpDesk.PageOf(asked.Page, tender.Ref),
            Text = Wanted(asked.Text, "Text", "what you need help with"),
            Bidder = by.Organisation,
            AskedBy = by.Person,
            AskedAt = now,
            ExpectedAt = HelpDesk.ExpectedBy(now, tender.ClosesAt),
        };
        request.Happened("help.asked", request.Subject, new { request.Id, request.LotNumber, request.Page });
        return request;
    }

    public void AnswerBy(Actor by, string answer, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            throw new RuleBroken("ANSWERED", $"{AnsweredByName} has answered this already.", field: "Answer");
        }

        Answer = Wanted(answer, "Answer", "the answer");
        AnsweredAt = now;
        AnsweredByName = by.Name;
        Happened("help.answered", Subject, new { Id, at = now, minutes = (int)(now - AskedAt).TotalMinutes });
    }

    internal void Alarm(DateTimeOffset proposedClosesAt, DateTimeOffset now)
    {
        AlarmedAt = now;
        ProposedClosesAt = proposedClosesAt;
        Happened("help.alarmed", Subject, new { Id, proposedClosesAt });
    }

    private static string Wanted(string text, string field, string what) => text.Trim() switch
    {
        "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        { Length: > LongestText } => throw new RuleBroken("TOO_LONG", "At most 2,000 characters.", field: field),
        var words => words,
    };
}
