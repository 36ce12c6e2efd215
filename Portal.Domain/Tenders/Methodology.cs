using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Everything published that decides the outcome, in one canonical text whose hash enters the log (C2-01, D2-10).</summary>
public static class Methodology
{
    /// <summary>The canonical JSON: lots in order of number, each with criteria, questions, prices, evidence, declarations and method; last the limit on what one supplier is awarded, the stages, whom each lot is for, and how a framework’s prices may rise.</summary>
    public static string Canonical(Tender tender)
    {
        var frozen = new
        {
            tender.Ref,
            tender.Procedure,
            tender.Regime,
            tender.Conditions,
            tender.HideBidderNames,
            Lots = tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new
            {
                l.Number,
                l.Title,
                l.PerHome,
                l.ServiceType,
                l.Criteria,
                l.Questions,
                l.PriceLines,
                l.RequiredDocuments,
                l.Declarations,
                l.PriceMethod,
            }),
        };
        string text = JsonSerializer.Serialize(frozen, JsonText.Options);

        // Where nothing is limited, staged or said of whom a lot is for or of rising prices, the text says nothing of it: the hash of a tender published before they existed stays what it was.
        text = tender.LotLimit is { } limit ? $"{text[..^1]},\"lotLimit\":{JsonText.Write(limit)}}}" : text;
        text = tender.Plan is { } plan ? $"{text[..^1]},\"stages\":{JsonText.Write(plan)}}}" : text;
        var covers = tender.Lots.Where(l => l.Cover is not null).OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new { l.Number, l.Cover }).ToList();
        text = covers.Count > 0 ? $"{text[..^1]},\"covers\":{JsonText.Write(covers)}}}" : text;
        return tender.Framework?.Uplift is { } uplift ? $"{text[..^1]},\"uplift\":{JsonText.Write(uplift)}}}" : text;
    }

    public static string Sha256(Tender tender) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(tender))));
}
