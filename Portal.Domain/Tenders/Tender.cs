using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>A tender's id.</summary>
public readonly record struct TenderId(Guid Value) : ITypedId<TenderId>
{
    public static TenderId From(Guid value) => new(value);
}

/// <summary>Where a tender stands; only the verbs of <see cref="Tender"/> move it.</summary>
public enum TenderStage
{
    Drafting,
    Open,
    Closed,
    Opened,
    Qualifying,
    Scoring,
    Moderating,
    Pricing,
    Deciding,
    Standstill,
    ReadyToSign,
    Signed,
    Cancelled,
}

/// <summary>One procurement from draft to signature: what is bought, how it will be assessed and when.</summary>
public sealed partial class Tender : Aggregate
{
    private static readonly Lifecycle<TenderStage> Moves = new(
        (TenderStage.Drafting, TenderStage.Open),
        (TenderStage.Drafting, TenderStage.Cancelled),
        (TenderStage.Open, TenderStage.Closed),
        (TenderStage.Open, TenderStage.Cancelled),
        (TenderStage.Closed, TenderStage.Opened),
        (TenderStage.Closed, TenderStage.Cancelled),
        (TenderStage.Opened, TenderStage.Qualifying),
        (TenderStage.Qualifying, TenderStage.Scoring),
        (TenderStage.Scoring, TenderStage.Moderating),
        (TenderStage.Moderating, TenderStage.Pricing),
        (TenderStage.Pricing, TenderStage.Deciding),
        (TenderStage.Deciding, TenderStage.Standstill),
        (TenderStage.Standstill, TenderStage.ReadyToSign),
        (TenderStage.ReadyToSign, TenderStage.Signed),
        (TenderStage.Opened, TenderStage.Cancelled),
        (TenderStage.Qualifying, TenderStage.Cancelled),
        (TenderStage.Scoring, TenderStage.Cancelled),
        (TenderStage.Moderating, TenderStage.Cancelled),
        (TenderStage.Pricing, TenderStage.Cancelled),
        (TenderStage.Deciding, TenderStage.Cancelled),
        (TenderStage.Standstill, TenderStage.Cancelled),
        (TenderStage.ReadyToSign, TenderStage.Cancelled));

    private readonly List<Lot> lots = [];

    private Tender()
    {
    }

    public TenderId Id { get; private set; }

    /// <summary>The reference people and addresses use: <c>WM-2026-0001</c>.</summary>
    public string Ref { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>The contracting authority that runs it.</summary>
    public OrganisationId Buyer { get; private set; }

    public PersonId DraftedBy { get; private set; }

    public TenderStage Stage { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? QuestionsCloseAt { get; private set; }

    /// <summary>A bid is in time if and only if stamped at or before this instant (D1-08).</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }

    public IReadOnlyList<Lot> Lots => lots;

    private void Move(TenderStage to) => Stage = Moves.Move(Stage, to, $"Tender {Ref}");
}
