using System.Globalization;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Finding;
using Portal.Web.Api;

namespace Portal.Web.Notices.Finding;

/// <summary>A search as an address carries it; what cannot be read is left out, for a shared link must always open.</summary>
public sealed record NoticeQuery
{
    private const int Longest = 100;

    public string? Q { get; init; }

    public string? Cpv { get; init; }

    public string? Region { get; init; }

    public string? Lot { get; init; }

    public string? Kind { get; init; }

    public string? Status { get; init; }

    /// <summary>Pounds without VAT.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>2026-11-23.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public NoticeSearch Search => new()
    {
        Words = Short(Q),
        Cpv = Short(Cpv),
        Region = Short(Region),
        Lot = Short(Lot),
        Kind = Kind is null ? null : NoticeWords.Coded(Kind),
        Status = Enum.TryParse(Status, ignoreCase: true, out ProcurementStatus status) && Enum.IsDefined(status) ? status : null,
        AtLeast = Pounds(Min),
        AtMost = Pounds(Max),
        From = From is null ? null : DateText.Date(From),
        To = To is null ? null : DateText.Date(To),
    };

    /// <summary>The same search as the end of an address, with its question mark; empty when nothing is asked.</summary>
    public string Tail
    {
        get
        {
            (string Name, string? Value)[] parts = [("q", Q), ("cpv", Cpv), ("region", Region), ("lot", Lot), ("kind", Kind), ("status", Status), ("min", Min), ("max", Max), ("from", From), ("to", To)];
            return QueryString.Create(parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value))).Value ?? "";
        }
    }

    public static NoticeQuery Of(NoticeSearch search) => new()
    {
        Q = search.Words,
        Cpv = search.Cpv,
        Region = search.Region,
        Lot = search.Lot,
        Kind = search.Kind is { } kind ? NoticeWords.Of(kind).Code : null,
        Status = search.Status?.ToString().ToLowerInvariant(),
        Min = search.AtLeast?.ToString(CultureInfo.InvariantCulture),
        Max = search.AtMost?.ToString(CultureInfo.InvariantCulture),
        From = search.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = search.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > Longest } long100 ? long100[..Longest] : text.Trim();

    private static long? Pounds(string? text) =>
        decimal.TryParse(text?.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal pounds) && pounds < long.MaxValue
            ? (long)pounds
            : null;
}
