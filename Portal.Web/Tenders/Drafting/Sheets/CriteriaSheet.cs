using System.Globalization;
using Portal.Domain.Tenders;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Tenders.Drafting.Sheets;

/// <summary>A lot's award criteria as an Excel workbook of one sheet: a line for each criterion, a column for what each score means.</summary>
internal static class CriteriaSheet
{
    public const string Code = "Code";
    public const string Title = "Criterion";
    public const string Description = "What is looked for";
    public const string Kind = "Quality or Price";
    public const string Weight = "Weight %";
    public const string Scale = "Highest score";
    public const string Minimum = "Minimum score";

    /// <summary>The highest score there may be; each score from 0 up has a column for its meaning.</summary>
    public const int TopScore = 10;

    private static readonly int[] Widths = [10, 32, 50, 16, 10, 14, 15, .. Enumerable.Repeat(30, TopScore + 1)];

    public static IReadOnlyList<string> Heads { get; } = [Code, Title, Description, Kind, Weight, Scale, Minimum, .. Enumerable.Range(0, TopScore + 1).Select(Score)];

    public static string Score(int score) => string.Create(CultureInfo.InvariantCulture, $"Score {score} means");

    public static byte[] Write(Lot lot) => WorkbookWriter.Write("Criteria", Widths, [[.. Heads], .. lot.Criteria.Select(Line)]);

    private static object?[] Line(Criterion criterion) =>
    [
        criterion.Code,
        criterion.Title,
        criterion.Description,
        criterion.Kind.ToString(),
        criterion.Weight,
        criterion.Kind == CriterionKind.Price ? null : (decimal)criterion.Scale,
        (decimal?)criterion.Minimum,
        .. criterion.Descriptors,
    ];
}
