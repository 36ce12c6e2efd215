using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Organisations.Library;

/// <summary>An evidence document's id.</summary>
public readonly record struct EvidenceDocumentId(Guid Value) : ITypedId<EvidenceDocumentId>
{
    public static EvidenceDocumentId From(Guid value) => new(value);
}

/// <summary>What an evidence document shows; the kinds that buyers of care ask for.</summary>
public enum EvidenceKind
{
    Insurance,
    Registration,
    StatementOfPurpose,
    Safeguarding,
    SaferRecruitment,
    InspectionReport,
    FinancialAccounts,
    FireSafety,
    DataProtection,
    Reference,
    Other,
}

/// <summary>What a provider says of a document: its kind, title, who issued it, its number, and the homes it is about (none: the whole provider).</summary>
public sealed record EvidenceFacts(EvidenceKind Kind, string Title, string Issuer, string Number, IReadOnlyCollection<string> Homes);

/// <summary>A document in a provider's evidence library, kept once in versions and used in many bids; a bid keeps the version that it had.</summary>
public sealed partial class EvidenceDocument : Aggregate
{
    private readonly List<EvidenceVersion> versions = [];
    private readonly List<EvidenceReview> reviews = [];

    private EvidenceDocument()
    {
    }

    public EvidenceDocumentId Id { get; private set; }

    public OrganisationId Owner { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Who issued it: the insurer, Ofsted, the auditor.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Number of the policy or certificate, where there is one.</summary>
    public string Number { get; private set; } = "";

    /// <summary>URNs of the homes it is about; none: the whole provider.</summary>
    public List<string> Homes { get; private set; } = [];

    /// <summary>The last day on which the current version is good; null: it does not lapse.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it was taken out of use; its versions stay with the bids that have them.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public IReadOnlyList<EvidenceVersion> Versions => versions;

    public IReadOnlyList<EvidenceReview> Reviews => reviews;

    /// <summary>The buyers that may read it, at their request or the provider's offer.</summary>
    public List<Guid> SharedWith { get; private set; } = [];

    public EvidenceVersion Current => versions.MaxBy(v => v.Number)!;

    private string Subject => $"evidence/{Id.Value}";

    public static EvidenceDocument Add(Actor by, EvidenceFacts facts, Upload file, DateOnly? expiresOn, DateTimeOffset now)
    {
        EvidenceDocument document = new() { Id = Kernel.Id.New<EvidenceDocumentId>(), Owner = by.Organisation, AddedAt = now };
        document.Take(facts);
        document.Renew(by, file, expiresOn, now);
        return document;
    }

    /// <summary>Corrects what is said of the document; the file and its history stay.</summary>
    public void Describe(EvidenceFacts facts)
    {
        Take(facts);
        Happened("evidence.described", Subject, new { facts.Kind, facts.Title, facts.Issuer, facts.Homes });
    }

    /// <summary>Puts a new version in place of the current one; what a buyer checked was the older one.</summary>
    public void Renew(Actor by, Upload file, DateOnly? expiresOn, DateTimeOffset now)
    {
        MustBeUsable(file);
        versions.Add(new EvidenceVersion(Id, versions.Count + 1, file, expiresOn, by.Name, now));
        ExpiresOn = expiresOn;
        RetiredAt = null;
        Happened("evidence.versionAdded", Subject, new { Kind, number = versions.Count, file.Sha256, expiresOn });
    }

    public void Retire(DateTimeOffset now)
    {
        RetiredAt ??= now;
        Happened("evidence.retired", Subject, new { at = now });
    }

    public bool IsLapsed(DateOnly today) => ExpiresOn < today;

    private void Take(EvidenceFacts facts)
    {
        Kind = facts.Kind;
        Title = Wanted(facts.Title, 200, "Title", "a title");
        Issuer = Wanted(facts.Issuer, 200, "Issuer", "who issued it");
        Number = facts.Number.Trim() is { Length: <= 100 } number ? number : throw new RuleBroken("TOO_LONG", "A number has at most 100 characters.", field: "Number");
        Homes = [.. facts.Homes.Distinct()];
    }

    private static void MustBeUsable(Upload file)
    {
        string? fault = file switch
        {
            { IsComplete: false } => "The file has not arrived whole: send it again.",
            { Length: 0 } => "The file is empty.",
            { Scan: ScanState.Infected } => "The file contains a virus and was not taken.",
            { IsSealed: true } => "This file was sealed into a bid and nobody can read it: upload it again.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new RuleBroken("EVIDENCE_FILE", fault, field: "File");
        }
    }

    private static string Wanted(string text, int longest, string field, string what) => text.Trim() switch
    {
        "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        var t when t.Length > longest => throw new RuleBroken("TOO_LONG", $"At most {longest} characters.", field: field),
        var t => t,
    };
}
