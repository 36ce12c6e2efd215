using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Furniture;

/// <summary>A table as a CSV file (RFC 4180, UTF-8 with a mark for spreadsheets). Text that a spreadsheet would run as a formula is made harmless by a leading apostrophe.</summary>
public static class Csv
{
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r'];
    private static readonly char[] Quoted = ['"', ',', '\n', '\r'];

    public static FileContentResult File(string name, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object?>> rows) =>
        new([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text(heads, rows))], "text/csv; charset=utf-8") { FileDownloadName = name };

    public static string Text(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object?>> rows)
    {
        StringBuilder text = new();
        text.AppendJoin(',', heads.Select(h => Cell(h))).Append("\r\n");
        foreach (IReadOnlyList<object?> row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(object? value)
    {
        string text = value switch
        {
            null => "",
            Domain.Kernel.Money money => money.ToApi(),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Harmless(value.ToString() ?? ""),
        };
        return text.IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Harmless(string text) => text.Length > 0 && Array.IndexOf(Formula, text[0]) >= 0 ? "'" + text : text;
}
