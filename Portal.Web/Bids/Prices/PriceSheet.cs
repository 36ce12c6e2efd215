using Portal.Domain.Bids;
using Portal.Domain.Tenders;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Bids.Prices;

/// <summary>A lot's price schedule as an Excel workbook of one sheet: a line per price, the column to fill in last.</summary>
internal static class PriceSheet
{
    public const string Home = "Home (URN)";
    public const string Code = "Code";
    public const string Price = "Your price in pounds";

    private static readonly string[] Heads = [Home, Code, "What", "For each", "Ceiling", Price];
    private static readonly int[] Widths = [14, 14, 40, 18, 18, 18];

    /// <summary>The template, with what the draft says already.</summary>
    public static byte[] Write(Lot lot, BidContent content) => WorkbookWriter.Write("Prices", Widths, [[.. Heads], .. Lines(lot, content)]);

    private static IEnumerable<object?[]> Lines(Lot lot, BidContent content) =>
        from part in lot.PerHome ? content.Homes.Select(h => (h.Urn, h.Prices)) : [("", content.Prices)]
        from line in lot.PriceLines
        select new object?[]
        {
            part.Item1, line.Code, line.Title, line.Unit, line.Ceiling?.ToString() ?? "none", part.Item2.TryGetValue(line.Code, out decimal price) ? price : null,
        };
}
