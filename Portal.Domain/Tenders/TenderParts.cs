using System.Text.Json.Serialization;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders.Amending;

namespace Portal.Domain.Tenders;

/// <summary>What is bought, under which rules and for how much: the first section of a draft.</summary>
public sealed record TenderBasics
{
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public string Cpv { get; init; } = "";

    public IReadOnlyList<string> AdditionalCpv { get; init; } = [];

    public Regime Regime { get; init; }

    public Procedure Procedure { get; init; }

    public Money? NetValue { get; init; }

    public Money? GrossValue { get; init; }

    public string MarketEngagement { get; init; } = "";

    public IReadOnlyList<string> Conditions { get; init; } = [];

    public bool HideBidderNames { get; init; } = true;

    /// <summary>The buyer sees before the opening how many bid (never who); otherwise neither (D1-04).</summary>
    public bool ShowBidderCount { get; init; }
}

/// <summary>Every date of a tender, planned before publication.</summary>
public sealed record TenderDates
{
    public DateTimeOffset? QuestionsCloseAt { get; init; }

    /// <summary>Competitive flexible procedure only: when requests to take part close (A4-07, A5-02).</summary>
    public DateTimeOffset? RequestsCloseAt { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Competitive flexible procedure with a later round only: when final tenders close (A7-02).</summary>
    public DateTimeOffset? FinalTendersCloseAt { get; init; }

    public DateOnly? DecisionOn { get; init; }

    /// <summary>Light touch owes no standstill; a stated one binds and protects (A10-08, A10-09).</summary>
    public bool Standstill { get; init; } = true;

    public string NoStandstillReason { get; init; } = "";

    public DateOnly? SignOn { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Why less than ten days is reasonable (A5-04).</summary>
    public string ShortPeriodReason { get; init; } = "";
}

/// <summary>The framework that the tender sets up (A4-08, A8).</summary>
public sealed record FrameworkTerms
{
    /// <summary>The reference the framework will have: <c>WM-2026</c>.</summary>
    public string Ref { get; init; } = "";

    /// <summary>Set up by the national body for all regions, rather than by one region.</summary>
    public bool National { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public DateOnly? ExtensionsTo { get; init; }

    /// <summary>Null: no limit.</summary>
    public int? MostSuppliers { get; init; }

    /// <summary>How a call-off chooses among the admitted (A8-02).</summary>
    public string SelectionProcess { get; init; } = "";

    public string PriceMechanism { get; init; } = "";

    /// <summary>Who may call off (R 20).</summary>
    public string WhoMayUse { get; init; } = "";

    /// <summary>An "open framework" of s.49 takes its 3, 5 and 8 years (A8-05, A8-07).</summary>
    public bool OpenFramework { get; init; }

    /// <summary>How prices may rise, as published; becomes the framework's uplift rule. Null where the notice says nothing of it.</summary>
    public UpliftTerms? Uplift { get; init; }

    /// <summary>Nobody joins after the award; outside light touch it lasts four years at most, extensions included, unless the notice says why it is longer (A8-04, s.47).</summary>
    public bool ClosedFramework { get; init; }

    /// <summary>Why what is bought requires more than four years, as the tender notice says (s.47); null where nothing is said.</summary>
    public string? LongerTermReason { get; init; }

    /// <summary>The last day of the term with every extension used.</summary>
    [JsonIgnore]
    public DateOnly? LatestDay => ExtensionsTo ?? EndsOn;

    /// <summary>How suppliers join later: at the re-openings of s.49, never, or by the rules of a light touch agreement.</summary>
    [JsonIgnore]
    public FrameworkForm Form => OpenFramework ? FrameworkForm.Open : ClosedFramework ? FrameworkForm.Closed : FrameworkForm.Flexible;

    /// <summary>How suppliers come in after the award, in the notice's words.</summary>
    [JsonIgnore]
    public string JoiningInWords => this switch
    {
        { DynamicMarket: true } => "Suppliers that meet the conditions join at any time (dynamic market, section 34).",
        { Form: FrameworkForm.Open } => "Suppliers join at its re-openings (open framework, section 49).",
        { Form: FrameworkForm.Closed } => "Nobody joins after the award.",
        _ => "Suppliers may join later by the framework’s own rules, as light touch allows.",
    };

    /// <summary>A dynamic market of s.34: any supplier that meets the conditions joins at any time, with no cap (A8-13). A flexible framework need not be one.</summary>
    public bool DynamicMarket { get; init; }

    /// <summary>Prices agreed here bind every region's purchase of the same bed.</summary>
    public bool RegisterClause { get; init; } = true;
}

/// <summary>The conflicts assessment of s.83 as last revised (A3-07).</summary>
public sealed record ConflictsAssessment(string Assessment, string Mitigation, PersonId By, string ByName, DateTimeOffset At, int Revision);

/// <summary>A change to a running tender as everybody was told of it (A7).</summary>
public sealed record Amendment(string What, string Why, string ExtensionConsidered, DateTimeOffset? QuestionsCloseAt = null, DateTimeOffset? ClosesAt = null, DateTimeOffset At = default)
{
    public DateTimeOffset? FinalTendersCloseAt { get; init; }

    public DateTimeOffset? RequestsCloseAt { get; init; }

    /// <summary>Whether more time was found to be needed because of it (A7-03); null where nobody was asked.</summary>
    public bool? MoreTime { get; init; }

    /// <summary>Who published it.</summary>
    public string ByName { get; init; } = "";

    /// <summary>What was said about the suppliers that are out, where award criteria were refined (A4-15).</summary>
    public Refinement? Refinement { get; init; }

    /// <summary>Would have let other suppliers take part (s.31(2)).</summary>
    public bool Substantial { get; init; }

    /// <summary>Bids sent in before the change count only when confirmed or sent anew.</summary>
    public bool BidsMustBeConfirmed { get; init; }

    /// <summary>The rule that allowed it: A7-01 before the deadline, A7-02 after it.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Old beside new, as published.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];
}

/// <summary>Whether a supplier that is out would have come further under the refined criteria, and why not (s.24, A4-15).</summary>
public sealed record Refinement(bool OthersWouldHaveProgressed, string Why);

/// <summary>Why and when the procurement ended without award (A11-11).</summary>
public sealed record Cancellation(string Reason, DateTimeOffset At);
