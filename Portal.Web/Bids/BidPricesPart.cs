using Portal.Domain.Tenders;

namespace Portal.Web.Bids;

/// <summary>A grid of price lines: the field's name, what was typed, a caption, and where the "what is missing" list links to.</summary>
public sealed record BidPricesPart(IReadOnlyList<PriceLine> Lines, string Name, IReadOnlyDictionary<string, string?> Typed, string Caption, string Anchor);
