using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.Db.Scenes;

/// <summary>Reads the tables that are compiled into this assembly.</summary>
public static partial class Csv
{
    /// <summary>Rows as column → cell; a quoted cell may hold commas.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The table {file} is not compiled in.");
        using StreamReader reader = new(stream);
        string[] columns = Cells(reader.ReadLine() ?? "");
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            rows.Add(columns.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    private static string[] Cells(string line) => [.. Cell().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];

    [GeneratedRegex("(?:^|(?<=,))(?:\"([^\"]*)\"|([^,]*))(?:,|$)")]
    private static partial Regex Cell();
}
