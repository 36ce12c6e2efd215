using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>What is signed: the tender as published, the winners and their prices as bid. Its hash stands beside each signature.</summary>
public static class Agreement
{
    public static string Text(Tender tender, Award award) => JsonText.Write(new
    {
        tender.Ref,
        tender.Title,
        tender.MethodologySha256,
        documents = tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new { d.Name, d.Sha256 }),
        award.Winners,
    });

    public static string Sha256(Tender tender, Award award) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(tender, award))));
}
