using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>An evidence request's id.</summary>
public readonly record struct EvidenceRequestId(Guid Value) : ITypedId<EvidenceRequestId>
{
    public static EvidenceRequestId From(Guid value) => new(value);
}

/// <summary>Where an evidence request stands.</summary>
public enum EvidenceRequestStage
{
    Asked,
    Shared,
    Declined,
}

/// <summary>A buyer asks a provider to share evidence of one kind; the provider chooses the document or declines and says why.</summary>
public sealed class EvidenceRequest : Aggregate
{
    private static readonly Lifecycle<EvidenceRequestStage> Moves = new(
        (EvidenceRequestStage.Asked, EvidenceRequestStage.Shared),
        (EvidenceRequestStage.Asked, EvidenceRequestStage.Declined));

    private EvidenceRequest()
    {
    }

    public EvidenceRequestId Id { get; private set; }

    public OrganisationId Buyer { get; private set; }

    public string BuyerName { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public string Why { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public EvidenceRequestStage Stage { get; private set; }

    public EvidenceDocumentId? Document { get; private set; }

    public string? DeclinedBecause { get; private set; }

    private string Subject => $"evidenceRequest/{Id.Value}";

    public static EvidenceRequest Ask(Actor by, OrganisationId provider, EvidenceKind kind, string why, DateTimeOffset now)
    {
        EvidenceRequest request = new()
        {
            Id = Kernel.Id.New<EvidenceRequestId>(),
            Buyer = by.Organisation,
            BuyerName = by.OrganisationName,
            Provider = provider,
            Kind = kind,
            Why = Wanted(why, "Why", "what you need it for"),
            AskedAt = now,
        };
        request.Happened("evidence.requested", request.Subject, new { request.Buyer, provider, kind });
        return request;
    }

    /// <summary>The provider shares one of its documents in answer.</summary>
    public void AnswerWith(EvidenceDocument document)
    {
        if (document.Owner != Provider || document.RetiredAt is not null)
        {
            throw new RuleBroken("EVIDENCE_CHOICE", "Choose a document of your library that is in use.", field: "Document");
        }

        Stage = Moves.Move(Stage, EvidenceRequestStage.Shared, "The request");
        Document = document.Id;
        document.ShareWith(Buyer);
        Happened("evidence.requestAnswered", Subject, new { document = document.Id });
    }

    public void Decline(string because)
    {
        string words = Wanted(because, "Because", "why you do not share it");
        Stage = Moves.Move(Stage, EvidenceRequestStage.Declined, "The request");
        DeclinedBecause = words;
        Happened("evidence.requestDeclined", Subject, new { because = words });
    }

    private static string Wanted(string text, string field, string what) => text.Trim() switch
    {
        "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        { Length: > 1000 } => throw new RuleBroken("TOO_LONG", "At most 1,000 characters.", field: field),
        var words => words,
    };
}
