using System.Text;

namespace Portal.Domain.Organisations.Outcomes;

/// <summary>One record of a CSV text: the line it begins on, its cells, and what is wrong with its quotes.</summary>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Fault);

/// <summary>Reads RFC 4180 text cell by cell: quotes may hold commas, line ends and doubled quotes; nothing is trimmed or dropped.</summary>
public static class CsvText
{
    public static IEnumerable<CsvRecord> Records(string text)
    {
        int at = 0;
        int line = 1;
        while (at < text.Length)
        {
            int began = line;
            List<string> cells = [];
            string? fault = null;
            bool more = true;
            while (more)
            {
                (string cell, string? wrong) = Cell(text, ref at, ref line);
                cells.Add(cell);
                fault ??= wrong;
                more = at < text.Length && text[at] == ',';
                at += more ? 1 : 0;
            }

            LineEnd(text, ref at, ref line);
            if (cells.Count > 1 || cells[0].Length > 0)
            {
                yield return new CsvRecord(began, cells, fault);
            }
        }
    }

    private static (string Cell, string? Fault) Cell(string text, ref int at, ref int line) =>
        at < text.Length && text[at] == '"' ? Quoted(text, ref at, ref line) : Plain(text, ref at);

    private static (string Cell, string? Fault) Plain(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            at++;
        }

        string cell = text[from..at];
        return (cell, cell.Contains('"', StringComparison.Ordinal) ? "A quotation mark stands inside an unquoted cell." : null);
    }

    private static (string Cell, string? Fault) Quoted(string text, ref int at, ref int line)
    {
        StringBuilder cell = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return (cell.ToString(), Rest(text, ref at));
                }

                at++;
            }

            line += text[at] == '\n' ? 1 : 0;
            cell.Append(text[at]);
        }

        return (cell.ToString(), "A quotation mark is opened and never closed.");
    }

    // What follows a closing quotation mark up to the next comma or line end does not belong there.
    private static string? Rest(string text, ref int at)
    {
        int from = at;
        _ = Plain(text, ref at);
        return at > from ? "Text follows a closing quotation mark." : null;
    }

    private static void LineEnd(string text, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '\r')
        {
            at++;
        }

        if (at < text.Length && text[at] == '\n')
        {
            at++;
        }

        line++;
    }
}
