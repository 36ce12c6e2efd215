using System.Text.Json.Serialization;

namespace Portal.Domain.Notices.Ocds;

/// <summary>An OCDS 1.1 release with the fields of the UK extension that the portal fills (B1).</summary>
public sealed record Release
{
    public required string Ocid { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required IReadOnlyList<string> Tag { get; init; }

    public string InitiationType { get; init; } = "tender";

    public string Language { get; init; } = "en";

    public IReadOnlyList<Party> Parties { get; init; } = [];

    public PartyReference? Buyer { get; init; }

    public PlanningSection? Planning { get; init; }

    public TenderSection? Tender { get; init; }

    public BidsSection? Bids { get; init; }

    public IReadOnlyList<AwardSection>? Awards { get; init; }

    public IReadOnlyList<ContractSection>? Contracts { get; init; }
}

/// <summary>An amount without VAT and, by the UK extension, with it (B1-07).</summary>
public sealed record Value(decimal? Amount, decimal? AmountGross = null, string Currency = "GBP");

/// <summary>From when until when; the longest possible end where it may be extended.</summary>
public sealed record Period(DateTimeOffset? StartDate, DateTimeOffset? EndDate, DateTimeOffset? MaxExtentDate = null);

/// <summary>A code in a named scheme.</summary>
public sealed record Classification(string Scheme, string Id, string? Description = null, Uri? Uri = null);

/// <summary>A document or the notice itself.</summary>
public sealed record Document(
    string Id, string? DocumentType = null, string? NoticeType = null, string? Title = null, string? Description = null, Uri? Url = null, DateTimeOffset? DatePublished = null, string? Format = null);

/// <summary>Something expected by a day.</summary>
public sealed record Milestone(string Id, string Type, DateTimeOffset DueDate, string Status, string? Description = null, string? Title = null);

/// <summary>A change to what was published before (A7-04).</summary>
public sealed record AmendmentSection(string Id, DateTimeOffset Date, string Description, string Rationale)
{
    public bool? Standstill { get; init; }

    public IReadOnlyList<Classification>? RationaleClassifications { get; init; }

    public Period? Period { get; init; }

    public Value? Value { get; init; }
}

/// <summary>A party by its id and name.</summary>
public sealed record PartyReference(string Id, string Name);

/// <summary>An organisation that takes part, with its roles (B1-10).</summary>
public sealed record Party(string Id, string Name, PartyIdentifier? Identifier, ContactPoint? ContactPoint, IReadOnlyList<string> Roles, PartyDetails? Details = null)
{
    public PartyAddress? Address { get; init; }
}

/// <summary>Where letters reach a party.</summary>
public sealed record PartyAddress(string StreetAddress, string Locality, string? PostalCode, string CountryName);

/// <summary>An organisation's number in a register.</summary>
public sealed record PartyIdentifier(string? Scheme, string Id, string LegalName);

/// <summary>Where to turn to.</summary>
public sealed record ContactPoint(string Name, Uri Url)
{
    /// <summary>The organisation's mailbox for notices, where it is recorded.</summary>
    public string? Email { get; init; }
}

/// <summary>The kind of contracting authority (A1-07); of a supplier, why it is awarded a contract although it is excluded (B1-15).</summary>
public sealed record PartyDetails(IReadOnlyList<Classification>? Classifications = null, ExcludedSupplier? ExcludedSupplier = null)
{
    /// <summary>“sme” or “large” (B1-10, A2-04); null where the supplier has not said it.</summary>
    public string? Scale { get; init; }

    /// <summary>Whether it is a voluntary, community or social enterprise (A10-06).</summary>
    public bool? Vcse { get; init; }
}

/// <summary>The overriding public interest in an award to an excluded supplier (A9-01, B1-15).</summary>
public sealed record ExcludedSupplier(string AwardRationale);

/// <summary>What went before the tender.</summary>
public sealed record PlanningSection(IReadOnlyList<Document>? Documents = null, IReadOnlyList<Milestone>? Milestones = null, string? NoEngagementNoticeRationale = null);

/// <summary>How many tenders were assessed, by lot (B1-21).</summary>
public sealed record BidsSection(IReadOnlyList<BidStatistic> Statistics);

/// <summary>One count.</summary>
public sealed record BidStatistic(string Id, string Measure, int Value, string RelatedLot);

/// <summary>An award of one lot (B1-13).</summary>
public sealed record AwardSection
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? Date { get; init; }

    public IReadOnlyList<PartyReference>? Suppliers { get; init; }

    public Value? Value { get; init; }

    public IReadOnlyList<string>? RelatedLots { get; init; }

    public Period? ContractPeriod { get; init; }

    public Period? StandstillPeriod { get; init; }

    public DateTimeOffset? AssessmentSummariesDateSent { get; init; }

    public bool? AboveThreshold { get; init; }

    public string? MainProcurementCategory { get; init; }

    public IReadOnlyList<Milestone>? Milestones { get; init; }

    public IReadOnlyList<Document>? Documents { get; init; }

    /// <summary>What has changed since, of a dynamic market (A14).</summary>
    public IReadOnlyList<AmendmentSection>? Amendments { get; init; }
}

/// <summary>A contract that follows from an award.</summary>
public sealed record ContractSection
{
    public required string Id { get; init; }

    [JsonPropertyName("awardID")]
    public required string AwardId { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    public Period? Period { get; init; }

    public Value? Value { get; init; }

    public DateTimeOffset? DateSigned { get; init; }

    public bool? AboveThreshold { get; init; }

    public IReadOnlyList<Document>? Documents { get; init; }

    /// <summary>Changes that are announced before they are made (B1-17, A11-08).</summary>
    public IReadOnlyList<AmendmentSection>? ProposedAmendments { get; init; }

    /// <summary>Why it ended (B1-17, A11-10).</summary>
    public IReadOnlyList<Classification>? TerminationRationaleClassifications { get; init; }

    public string? StatusDetails { get; init; }

    public ImplementationSection? Implementation { get; init; }
}

/// <summary>How a contract is performed (A11-05).</summary>
public sealed record ImplementationSection(IReadOnlyList<Metric>? Metrics = null, IReadOnlyList<Document>? Documents = null, IReadOnlyList<PerformanceFailure>? PerformanceFailures = null);

/// <summary>A performance indicator with what was observed.</summary>
public sealed record Metric(string Id, string Title, IReadOnlyList<Observation> Observations);

/// <summary>One assessment of an indicator (A11-05).</summary>
public sealed record Observation(string Id, Period Period, string Measure, string Notes, Classification MeasureClassification);

/// <summary>A breach, or a failure to improve, and what followed (A11-06).</summary>
public sealed record PerformanceFailure(string Id, string Description, DateTimeOffset DecisionDate);
