using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>A tender document's id.</summary>
public readonly record struct TenderDocumentId(Guid Value) : ITypedId<TenderDocumentId>
{
    public static TenderDocumentId From(Guid value) => new(value);
}

/// <summary>A file just kept in the file store, to be added to a tender.</summary>
public sealed record NewDocument(string Name, string Kind, long Bytes, string Sha256, string FileId);

/// <summary>A document of the tender that everybody downloads: its name, size and hash are published.</summary>
public sealed class TenderDocument
{
    private TenderDocument()
    {
    }

    internal TenderDocument(TenderId tender, NewDocument added, PersonId by, DateTimeOffset now)
    {
        Id = Kernel.Id.New<TenderDocumentId>();
        Tender = tender;
        Name = added.Name;
        Kind = added.Kind;
        Bytes = added.Bytes;
        Sha256 = added.Sha256;
        FileId = added.FileId;
        AddedBy = by;
        AddedAt = now;
    }

    public TenderDocumentId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Specification, contract terms, pricing guidance …</summary>
    public string Kind { get; private set; } = "";

    public long Bytes { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string FileId { get; private set; } = "";

    /// <summary>The library item and version it is a copy of; empty for an upload.</summary>
    public string Origin { get; private set; } = "";

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When a newer version took its place; it stays readable.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsCurrent => WithdrawnAt is null;

    internal void CameFrom(string origin) => Origin = origin;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}
