using System.Globalization;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Evaluation;

/// <summary>The comparison of all bids as an Excel workbook of one sheet: a line for each bid or home, for each criterion its agreed score and its points.</summary>
internal static class ComparisonSheet
{
    private static readonly string[] Before = ["Lot", "Ranking", "Rank", "Bid", "Bidder"];
    private static readonly string[] After = ["Price", "Total", "Exact total", "Out because"];

    public static byte[] Write(IReadOnlyList<RankedLot> lots, IReadOnlyDictionary<OrganisationId, string> names)
    {
        string[] codes = [.. lots.SelectMany(l => l.Lot.Criteria).Select(c => c.Code).Distinct()];
        int[] widths = [8, 10, 8, 26, 34, .. codes.SelectMany(_ => new[] { 12, 12 }), 14, 12, 22, 60];
        IEnumerable<string> heads = [.. Before, .. codes.SelectMany(c => new[] { $"{c} score", $"{c} points" }), .. After];
        return WorkbookWriter.Write("Comparison", widths, [[.. heads], .. lots.SelectMany(l => l.InOrder.Select(row => Line(l, row, codes, names)))]);
    }

    private static object?[] Line(RankedLot lot, RankedTender row, string[] codes, IReadOnlyDictionary<OrganisationId, string> names) =>
    [
        lot.Lot.Number,
        (decimal)lot.Ranking.Number,
        (decimal?)row.Rank,
        row.Label,
        names.GetValueOrDefault(row.Bidder),
        .. codes.SelectMany(code => Points(lot, row, code)),
        row.Price?.Amount,
        Number(row.Total),
        row.ExactTotal,
        row.WhyOut,
    ];

    // A price criterion has no agreed score; a criterion of another lot has nothing.
    private static object?[] Points(RankedLot lot, RankedTender row, string code) =>
        lot.Lot.Criteria.Any(c => c.Code == code) ? [(decimal?)lot.Moderation.ScoreOf(row.Submission, code)?.Score, Number(row.Parts.GetValueOrDefault(code))] : [null, null];

    private static object? Number(string? figure) =>
        decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : figure;
}
