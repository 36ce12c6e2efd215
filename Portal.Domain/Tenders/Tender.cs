using Portal.Domain.Kernel;
using Portal.Domain.Law;

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

    /// <summary>Suppliers may ask to take part (A4-01).</summary>
    Requesting,

    /// <summary>Who is invited to tender is being decided.</summary>
    Shortlisting,
    Open,
    Closed,
    Opened,

    /// <summary>The initial tenders are talked about with everybody who sent one.</summary>
    Negotiating,
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

/// <summary>How the public and the API see a tender's state.</summary>
public enum PublicStatus
{
    Open,
    Closed,
    Awarded,
    Cancelled,
}

/// <summary>The two procedures of s.20 (A4-01).</summary>
public enum Procedure
{
    Open,
    CompetitiveFlexible,
}

/// <summary>One procurement from draft to signature: what is bought, how it will be assessed and when.</summary>
public sealed partial class Tender : Aggregate
{
    private static readonly Lifecycle<TenderStage> Moves = new(
        (TenderStage.Drafting, TenderStage.Open),
        (TenderStage.Drafting, TenderStage.Requesting),
        (TenderStage.Requesting, TenderStage.Shortlisting),
        (TenderStage.Shortlisting, TenderStage.Open),
        (TenderStage.Opened, TenderStage.Negotiating),
        (TenderStage.Negotiating, TenderStage.Open),
        (TenderStage.Requesting, TenderStage.Cancelled),
        (TenderStage.Shortlisting, TenderStage.Cancelled),
        (TenderStage.Negotiating, TenderStage.Cancelled),
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
        (TenderStage.Deciding, TenderStage.ReadyToSign),
        (TenderStage.Deciding, TenderStage.Signed),
        (TenderStage.Standstill, TenderStage.ReadyToSign),
        (TenderStage.Standstill, TenderStage.Deciding),
        (TenderStage.ReadyToSign, TenderStage.Deciding),
        (TenderStage.ReadyToSign, TenderStage.Signed),
        (TenderStage.Opened, TenderStage.Cancelled),
        (TenderStage.Qualifying, TenderStage.Cancelled),
        (TenderStage.Scoring, TenderStage.Cancelled),
        (TenderStage.Moderating, TenderStage.Cancelled),
        (TenderStage.Pricing, TenderStage.Cancelled),
        (TenderStage.Deciding, TenderStage.Cancelled),
        (TenderStage.Standstill, TenderStage.Cancelled),
        (TenderStage.ReadyToSign, TenderStage.Cancelled),
        (TenderStage.Closed, TenderStage.Open),
        (TenderStage.Standstill, TenderStage.Deciding),
        (TenderStage.ReadyToSign, TenderStage.Deciding));

    internal static readonly TenderStage[] AfterAward = [TenderStage.Standstill, TenderStage.ReadyToSign, TenderStage.Signed];

    private readonly List<Lot> lots = [];
    private readonly List<TeamMember> team = [];
    private readonly List<TenderDocument> documents = [];

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

    /// <summary>Central or sub-central, as the buyer was classed when it began the draft (A1-07).</summary>
    public AuthorityKind Authority { get; private set; } = AuthorityKind.SubCentral;

    public PersonId DraftedBy { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public TenderStage Stage { get; private set; }

    public Procedure Procedure { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>The <see cref="RuleSet"/> it lives under since publication (A1-01, A1-05).</summary>
    public string? RuleSetVersion { get; private set; }

    /// <summary>Main code of the Common Procurement Vocabulary, eight digits.</summary>
    public string Cpv { get; private set; } = "";

    public List<string> AdditionalCpv { get; private set; } = [];

    /// <summary>Estimated value before VAT: the most that may be paid, options and extensions included (A1-08).</summary>
    public Money? NetValue { get; private set; }

    /// <summary>The same with VAT, which is what thresholds look at (A1-03).</summary>
    public Money? GrossValue { get; private set; }

    /// <summary>What was published about market engagement, or why there was none (A3-03, s.17).</summary>
    public string MarketEngagement { get; private set; } = "";

    public List<string> Conditions { get; private set; } = [];

    /// <summary>Evaluators see "Bidder A" until scores are agreed.</summary>
    public bool HideBidderNames { get; private set; } = true;

    /// <summary>Until the opening the buyer sees how many suppliers have sent a bid, never which; otherwise not even how many (D1-04). Frozen with the notice.</summary>
    public bool ShowBidderCount { get; private set; }

    public TenderDates Dates { get; private set; } = new();

    /// <summary>Present when the tender sets up a framework; feeds the frameworks room at signature.</summary>
    public FrameworkTerms? Framework { get; private set; }

    /// <summary>How much one supplier may be awarded over all lots; null where there is no limit (A4-13).</summary>
    public LotLimit? LotLimit { get; private set; }

    public ConflictsAssessment? Conflicts { get; private set; }

    /// <summary>Earlier versions of the conflicts assessment, oldest first (A3-07, D2-08).</summary>
    public IReadOnlyList<ConflictsAssessment> EarlierConflicts { get; private set; } = [];

    public ApprovalToProcure? Approval { get; private set; }

    public ApprovalToAward? AwardApproval { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? QuestionsCloseAt { get; private set; }

    /// <summary>A bid is in time if and only if stamped at or before this instant (D1-08).</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }

    /// <summary>Last day of the standstill stated in the award notice (A10-09).</summary>
    public DateOnly? StandstillEndsOn { get; private set; }

    /// <summary>SHA-256 of everything that decides the outcome, as published (C2-01, D2-10).</summary>
    public string? MethodologySha256 { get; private set; }

    /// <summary>The portal was down before the deadline, and a person must say whether everybody gets more time before anything is opened (D1-11).</summary>
    public bool ExtensionPending { get; private set; }

    public List<Amendment> Amendments { get; private set; } = [];

    public Cancellation? Cancelled { get; private set; }

    /// <summary>The last day on which the record must be kept; set when the procurement ends (A13-03).</summary>
    public DateOnly? KeptUntil { get; private set; }

    public IReadOnlyList<Lot> Lots => lots;

    public IReadOnlyList<TeamMember> Team => team;

    public IReadOnlyList<TenderDocument> Documents => documents;

    public bool IsPublished => PublishedAt is not null;

    public string Subject => $"tender/{Ref}";

    public bool TakesBids(DateTimeOffset now) => Stage == TenderStage.Open && now <= ClosesAt;

    public bool TakesQuestions(DateTimeOffset now) => Stage is TenderStage.Requesting or TenderStage.Shortlisting or TenderStage.Open && now <= QuestionsCloseAt;

    /// <summary>Whether an answer still helps everybody equally: until tenders close, or while the stages before them last.</summary>
    public bool TakesAnswers(DateTimeOffset now) => TakesBids(now) || Stage is TenderStage.Requesting or TenderStage.Shortlisting;

    /// <summary>A tender whose deadline has passed is closed, also in the moment before the workflow says so.</summary>
    public PublicStatus StatusAt(DateTimeOffset now) => Stage switch
    {
        TenderStage.Cancelled => PublicStatus.Cancelled,
        TenderStage.Open when TakesBids(now) && Plan is null => PublicStatus.Open,
        TenderStage.Requesting when TakesRequests(now) => PublicStatus.Open,
        _ when AfterAward.Contains(Stage) => PublicStatus.Awarded,
        _ => PublicStatus.Closed,
    };

    public Lot LotNumbered(string number) => lots.Find(l => l.Number == number) ?? throw new NotFound($"Lot {number} of tender {Ref}");

    private void Move(TenderStage to) => Stage = Moves.Move(Stage, to, $"Tender {Ref}");
}
