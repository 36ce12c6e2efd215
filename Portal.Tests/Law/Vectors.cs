using System.Globalization;
using System.Reflection;

namespace Portal.Tests.Law;

/// <summary>The worked examples published with the rules, as theory rows.</summary>
public static class Vectors
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("vectors/" + file)!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static TheoryData<string, string, string> Standstill =>
        [.. Rows("standstill_vectors.csv").Select(row => (row[0], row[2], row[4]))];

    public static TheoryData<string, string> EnglandOnlyMistakes =>
        [.. Rows("standstill_vectors.csv").Where(row => row[2] != row[5]).Select(row => (row[0], row[5]))];

    public static TheoryData<string, int, string> TenderPeriods =>
        [.. Rows("tender_period_vectors.csv").Select(row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2]))];

    public static TheoryData<string, int, string> PostAward =>
        [.. Rows("post_award_deadline_vectors.csv").Select(row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2]))];
}
