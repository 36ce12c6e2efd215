using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>What is signed: the tender as published, the winners and their prices as bid; of a direct award, what is bought and the supplier. Its hash stands beside each signature.</summary>
public static class Agreement
{
    public static string Text(Tender tender, Award award) => tender.IsDirect ? Direct(tender, award) : JsonText.Write(new
    {
        tender.Ref,
        tender.Title,
        tender.MethodologySha256,
        documents = tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new { d.Name, d.Sha256 }),
        award.Winners,
    });

    // Nobody bid, so the contract is what is bought: every lot with its value and its days.
    private static string Direct(Tender tender, Award award) => JsonText.Write(new
    {
        tender.Ref,
        tender.Title,
        tender.Description,
        tender.DirectGround,
        tender.MethodologySha256,
        lots = tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new { l.Number, l.Title, l.Description, l.NetValue, l.StartsOn, l.EndsOn }),
        documents = tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new { d.Name, d.Sha256 }),
        award.Winners,
    });

    public static string Sha256(Tender tender, Award award) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(tender, award))));
}
