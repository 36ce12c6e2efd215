using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>One winner's agreement as it was printed: whoever signs, signs the bytes with this hash.</summary>
public sealed record AgreementDocument(OrganisationId Party, string FileName, string MediaType, long Bytes, string Sha256, string PrintedByName, DateTimeOffset PrintedAt)
{
    public const string Pdf = "application/pdf";

    public bool IsPdf => MediaType == Pdf;

    /// <summary>The list of all agreements as <c>sha256sum -c</c> reads it, in order of file name.</summary>
    public static string List(IEnumerable<AgreementDocument> documents) =>
        string.Concat(documents.OrderBy(d => d.FileName, StringComparer.Ordinal).Select(d => $"{d.Sha256}  {d.FileName}\n"));

    /// <summary>One hash for all: that of the only agreement, or that of the list. Empty without any.</summary>
    public static string Together(IReadOnlyList<AgreementDocument> documents) => documents.Count switch
    {
        0 => "",
        1 => documents[0].Sha256,
        _ => Hash(Encoding.UTF8.GetBytes(List(documents))),
    };

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>The bytes of a printed agreement. A row is added and never changed, so that what was signed can be hashed again at any time.</summary>
public sealed class AgreementFile
{
    private AgreementFile()
    {
    }

    public TenderId Tender { get; private set; }

    public string Sha256 { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static AgreementFile Of(Tender tender, PrintedAgreement printed) => new() { Tender = tender.Id, Sha256 = AgreementDocument.Hash(printed.Content), Content = printed.Content };
}

/// <summary>What came out of the press.</summary>
public sealed record PrintedAgreement(byte[] Content, string MediaType);

/// <summary>Prints one winner's agreement: as a PDF, or as a page in a file where there is no printer.</summary>
public interface IAgreementPress
{
    bool PrintsPdf { get; }

    Task<PrintedAgreement> Print(Tender tender, Award award, OrganisationId party, CancellationToken stop);
}
