namespace Portal.Domain.Notices.Ocds;

/// <summary>The tender of a release.</summary>
public sealed record TenderSection
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? FinalStatusDate { get; init; }

    public Classification? LegalBasis { get; init; }

    public Classification? Classification { get; init; }

    public IReadOnlyList<ItemSection>? Items { get; init; }

    public Value? Value { get; init; }

    public string? ProcurementMethod { get; init; }

    public string? ProcurementMethodDetails { get; init; }

    /// <summary>Why the contract is awarded directly (B1-14, A9-07).</summary>
    public string? ProcurementMethodRationale { get; init; }

    public IReadOnlyList<Classification>? ProcurementMethodRationaleClassifications { get; init; }

    public Classification? ProcurementMethodRationaleLegalBasis { get; init; }

    public Communication? Communication { get; init; }

    public string? MainProcurementCategory { get; init; }

    public IReadOnlyList<string>? SpecialRegime { get; init; }

    public bool? AboveThreshold { get; init; }

    public IReadOnlyList<string>? SubmissionMethod { get; init; }

    public string? SubmissionMethodDetails { get; init; }

    public SubmissionTerms? SubmissionTerms { get; init; }

    public Period? TenderPeriod { get; init; }

    /// <summary>When requests to take part close (A4-07).</summary>
    public DateTimeOffset? ExpressionOfInterestDeadline { get; init; }

    /// <summary>How many are invited to tender after the requests (A4-07).</summary>
    public SecondStage? SecondStage { get; init; }

    public Period? EnquiryPeriod { get; init; }

    public Period? AwardPeriod { get; init; }

    public Techniques? Techniques { get; init; }

    public LotDetails? LotDetails { get; init; }

    public IReadOnlyList<LotSection>? Lots { get; init; }

    public IReadOnlyList<Document>? Documents { get; init; }

    public IReadOnlyList<AmendmentSection>? Amendments { get; init; }
}

/// <summary>The stage after the requests: how many are invited at most, and that negotiation follows (A4-07).</summary>
public sealed record SecondStage(int MaximumCandidates, bool NoNegotiationNecessary);

/// <summary>When the next notice is expected (A3-01, A3-04).</summary>
public sealed record Communication(DateTimeOffset? FutureNoticeDate);

/// <summary>What is bought, in CPV codes, and where it is wanted.</summary>
public sealed record ItemSection(string Id, IReadOnlyList<Classification> AdditionalClassifications, IReadOnlyList<DeliveryPlace>? DeliveryAddresses, string RelatedLot);

/// <summary>A region or authority where the service is wanted.</summary>
public sealed record DeliveryPlace(string Region, string CountryName = "United Kingdom");

/// <summary>How tenders are to be submitted (A3-11, s.96).</summary>
public sealed record SubmissionTerms(string ElectronicSubmissionPolicy, IReadOnlyList<string> Languages);

/// <summary>Whether the tender sets up a framework, and which (B1-12).</summary>
public sealed record Techniques(bool? HasFrameworkAgreement, FrameworkSection? FrameworkAgreement)
{
    public bool? HasDynamicPurchasingSystem { get; init; }

    public MarketSection? DynamicPurchasingSystem { get; init; }
}

/// <summary>A dynamic market, in OCDS’s word a dynamic purchasing system (A8-13).</summary>
public sealed record MarketSection(string Type, string Status);

/// <summary>The framework that the tender sets up (A4-08, Regulation 20).</summary>
public sealed record FrameworkSection(string Type, bool IsOpenFrameworkScheme, string Method, string Description, int? MaximumParticipants, string? BuyerCategories)
{
    /// <summary>From when until when, and how long at most (A4-08).</summary>
    public string? Term { get; init; }

    /// <summary>Why it lasts longer than four years (s.47).</summary>
    public string? PeriodRationale { get; init; }
}

/// <summary>The limit on the lots that one supplier is awarded, and by which mechanism (A4-13).</summary>
public sealed record LotDetails(int? MaximumLotsAwardedPerSupplier, string AwardCriteriaDetails);

/// <summary>A lot of the tender.</summary>
public sealed record LotSection
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public required string Status { get; init; }

    public Value? Value { get; init; }

    public AwardCriteria? AwardCriteria { get; init; }

    public SelectionCriteria? SelectionCriteria { get; init; }

    public Period? ContractPeriod { get; init; }

    public bool? HasRenewal { get; init; }

    public Renewal? Renewal { get; init; }

    public Suitability? Suitability { get; init; }
}

/// <summary>How long a contract may be extended (B1-21).</summary>
public sealed record Renewal(string Description);

/// <summary>For whom a lot is particularly suitable (B1-21, A4-06).</summary>
public sealed record Suitability(bool Sme, bool Vcse);

/// <summary>A lot's award criteria (B1-11).</summary>
public sealed record AwardCriteria(IReadOnlyList<CriterionSection> Criteria);

/// <summary>One award criterion with its weight.</summary>
public sealed record CriterionSection(string Type, string Name, string? Description, IReadOnlyList<CriterionNumber> Numbers);

/// <summary>A number that belongs to a criterion.</summary>
public sealed record CriterionNumber(decimal Number, string Weight = "percentageExact");

/// <summary>A lot's conditions of participation (B1-21, A4-09).</summary>
public sealed record SelectionCriteria(IReadOnlyList<SelectionCriterion> Criteria);

/// <summary>One condition of participation.</summary>
public sealed record SelectionCriterion(string Description)
{
    /// <summary>Reduces the number of suppliers rather than keeping any out (A4-07).</summary>
    public bool? ForReduction { get; init; }

    public IReadOnlyList<CriterionNumber>? Numbers { get; init; }
}
