using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Asking;

/// <summary>Everything the framework gate looks at: one option (this home, this price, this route) for one child, as known at one instant.</summary>
public sealed record Facts
{
    public required DateTimeOffset At { get; init; }

    public required AuthorityFacts Authority { get; init; }

    public required ChildFacts Child { get; init; }

    public required NeedFacts Need { get; init; }

    public required OptionFacts Option { get; init; }

    public IReadOnlyList<FrameworkFacts> Frameworks { get; init; } = [];

    public IReadOnlyList<RegisterFacts> PriceRegister { get; init; } = [];

    public SearchFacts Search { get; init; } = new();

    public IReadOnlyList<ApprovalFacts> Approvals { get; init; } = [];

    public IReadOnlyList<string> ConflictedPersons { get; init; } = [];

    public required string Requester { get; init; }

    public string? LegalGround { get; init; }

    public string? ExceptionReason { get; init; }

    public bool OnlyUnregisteredAvailable { get; init; }

    public bool OnlyPoorRegisteredAvailable { get; init; }
}

/// <summary>The placing authority and the co-operative it belongs to.</summary>
public sealed record AuthorityFacts(string? Code, string? Rcc);

/// <summary>What the gate knows of the child; never a name. For parent and child the youngest looked-after person.</summary>
public sealed record ChildFacts
{
    public required int Age { get; init; }

    public bool AlreadyLivesThere { get; init; }

    public bool SchoolNamedByPlan { get; init; }

    public bool PreferenceExpressed { get; init; }

    public bool OnlyOneCapableSupplier { get; init; }

    public bool CompetitionAgainstInterests { get; init; }

    public bool EnactmentRequiresViews { get; init; }

    public string? CourtReference { get; init; }
}

/// <summary>What is needed, by when, and since when the authority has known.</summary>
public sealed record NeedFacts
{
    public required string ServiceType { get; init; }

    public required Urgency Urgency { get; init; }

    public DateTimeOffset? NeededBy { get; init; }

    public DateTimeOffset? KnownSince { get; init; }
}

/// <summary>The option under decision: the home, its standing with the regulator, its places and the price asked.</summary>
public sealed record OptionFacts
{
    public required OptionKind Kind { get; init; }

    public Exemption? Exemption { get; init; }

    public string? Provider { get; init; }

    public string? HomeUrn { get; init; }

    public RegistrationFact? Registration { get; init; }

    public Judgement? Judgement { get; init; }

    public bool Restriction { get; init; }

    public int? PlacesRegistered { get; init; }

    public int? PlacesOccupied { get; init; }

    public int PlacesNeeded { get; init; } = 1;

    public bool WithinStatementOfPurpose { get; init; } = true;

    public bool Excluded { get; init; }

    /// <summary>The co-operatives whose embargo on the home or its provider is in force.</summary>
    public IReadOnlyList<string> Embargoes { get; init; } = [];

    /// <summary>The whole fee, extras included.</summary>
    public required Money Price { get; init; }

    public PriceUnit Unit { get; init; }

    public Money? CurrentPrice { get; init; }

    public bool NewContract { get; init; }

    public IReadOnlyList<ExtraFacts> ItemisedExtras { get; init; } = [];

    public decimal? PackageWeeks { get; init; }

    public decimal? Weeks { get; init; }

    public Distance? Distance { get; init; }
}

/// <summary>One extra of the fee, in the option's own unit.</summary>
public sealed record ExtraFacts(ExtraKind? Kind, Money? Amount, bool AtScheduleRate);

/// <summary>How the option stands on one framework. The schedule price is the undiscounted single-place core fee, null for an open-book lot.</summary>
public sealed record FrameworkFacts
{
    public string? Id { get; init; }

    public ContractLevel? Level { get; init; }

    public string? Rcc { get; init; }

    public bool Live { get; init; } = true;

    public bool CoversNeed { get; init; } = true;

    public bool AuthorityEntitled { get; init; } = true;

    public bool Admitted { get; init; }

    public bool HomeOnboarded { get; init; }

    public bool OnboardingPendingAllowed { get; init; }

    public Money? SchedulePrice { get; init; }

    public PriceUnit Unit { get; init; }

    public Money? LotCeiling { get; init; }

    public bool RegisterClause { get; init; }

    public bool HubConfirmedNoPlace { get; init; }
}

/// <summary>One line of the national price register.</summary>
public sealed record RegisterFacts
{
    public string? Framework { get; init; }

    public string? HomeUrn { get; init; }

    public string? ServiceType { get; init; }

    public string? AgeBand { get; init; }

    public PriceUnit Unit { get; init; }

    public Money? Price { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>How the framework's providers were searched for this child.</summary>
public sealed record SearchFacts
{
    public int? EligibleProviders { get; init; }

    public int? SentTo { get; init; }

    public bool WindowClosed { get; init; }

    public int? SuitableOffersOnTerms { get; init; }

    public bool AllSuitableTypesInParallel { get; init; }

    public bool SelectionProcessFollowed { get; init; }

    public bool WiderSearchRecorded { get; init; }
}

/// <summary>An approval that somebody gave.</summary>
public sealed record ApprovalFacts(ApproverRole? Role, string? Person, ApprovalPurpose? Purpose);
