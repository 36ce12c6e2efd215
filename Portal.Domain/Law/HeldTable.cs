using System.Globalization;
using System.Reflection;

namespace Portal.Domain.Law;

/// <summary>A reference table compiled into the portal from db/seed, so that no running system can hold a different law.</summary>
internal static class HeldTable
{
    /// <summary>The rows of a plain CSV (no quoted cells) as column → cell.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seed/" + file)
            ?? throw new InvalidOperationException($"The table {file} is not compiled in.");
        using StreamReader reader = new(stream);
        string[] columns = (reader.ReadLine() ?? "").Split(',');
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            rows.Add(columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    public static DateOnly Date(this IReadOnlyDictionary<string, string> row, string column) =>
        DateOnly.ParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DateOrNull(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : row.Date(column);

    public static int? NumberOrNull(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : int.Parse(row[column], CultureInfo.InvariantCulture);

    public static bool Flag(this IReadOnlyDictionary<string, string> row, string column) => row[column] is "true" or "1";

    public static T Word<T>(this IReadOnlyDictionary<string, string> row, string column)
        where T : struct, Enum => Enum.Parse<T>(row[column], ignoreCase: true);
}
