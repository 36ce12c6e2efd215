using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Organisations.Library;

/// <summary>One version of an evidence document: a file, known by its hash, and until when it is good.</summary>
public sealed class EvidenceVersion
{
    private EvidenceVersion()
    {
    }

    internal EvidenceVersion(EvidenceDocumentId document, int number, Upload file, DateOnly? expiresOn, string addedBy, DateTimeOffset addedAt)
    {
        Document = document;
        Number = number;
        File = file.Id;
        Sha256 = file.Sha256!;
        Bytes = file.Length;
        ExpiresOn = expiresOn;
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    public EvidenceDocumentId Document { get; private set; }

    public int Number { get; private set; }

    public UploadId File { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>What a buyer found in one version of a document. It is bound to the file's hash, so it says nothing of any other file, and another region may rely on it.</summary>
public sealed class EvidenceReview
{
    private EvidenceReview()
    {
    }

    internal EvidenceReview(EvidenceDocumentId document, EvidenceVersion version, Actor by, bool accepted, string found, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        Document = document;
        Version = version.Number;
        Sha256 = version.Sha256;
        Buyer = by.Organisation;
        BuyerName = by.OrganisationName;
        By = by.Person;
        ByName = by.Name;
        Accepted = accepted;
        Found = found;
        At = at;
    }

    public Guid Id { get; private set; }

    public EvidenceDocumentId Document { get; private set; }

    public int Version { get; private set; }

    public string Sha256 { get; private set; } = "";

    public OrganisationId Buyer { get; private set; }

    public string BuyerName { get; private set; } = "";

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public bool Accepted { get; private set; }

    public string Found { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
