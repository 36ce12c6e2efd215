using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Outcomes;

/// <summary>One line of the regulator's published file: what it says of one home.</summary>
public sealed record FeedLine(int Line, string Urn, Registration Registration, Judgement Judgement, DateOnly? Inspected);

/// <summary>Why one line was not taken.</summary>
public sealed record FeedFault(int Line, string Urn, string Why);

/// <summary>A whole file as read: the lines that can be used and, for every other line, why not.</summary>
public sealed record FeedRead(IReadOnlyList<FeedLine> Lines, IReadOnlyList<FeedFault> Faults);

/// <summary>The regulator's file of providers and places in the layout it publishes (care-sector §1.4): found by the names of its columns, in any order, further columns allowed. Every line comes out, as a line or as a fault.</summary>
public static partial class OutcomeFeed
{
    public const int MostLines = 50_000;
    private const int LongestCell = 400;
    private static readonly string[] Needed = ["urn", "registration_status", "judgement_overall"];

    public static FeedRead Read(string text)
    {
        List<CsvRecord> records = [.. CsvText.Records(text.TrimStart('\uFEFF')).Take(MostLines + 2)];
        RuleBroken.If([.. WhatIsWrong(text, records)]);
        Dictionary<string, int> columns = records[0].Cells.Select((name, index) => (Name: name.Trim().ToLowerInvariant(), index)).ToDictionary(c => c.Name, c => c.index);
        List<FeedLine> lines = [];
        List<FeedFault> faults = [];
        Dictionary<string, int> seen = [];
        foreach (CsvRecord record in records.Skip(1))
        {
            Take(record, columns, seen, lines, faults);
        }

        return new FeedRead(lines, faults);
    }

    private static IEnumerable<Reason> WhatIsWrong(string text, List<CsvRecord> records)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            yield return new Reason("FEED_TEXT", "This is no text file. Save the regulator’s file as CSV (UTF-8) and send it again.", Field: "File");
            yield break;
        }

        if (records.Count < 2)
        {
            yield return new Reason("FEED_EMPTY", "The file has no lines below its heading.", Field: "File");
            yield break;
        }

        string[] names = [.. records[0].Cells.Select(c => c.Trim().ToLowerInvariant())];
        string[] missing = [.. Needed.Except(names)];
        if (missing.Length > 0)
        {
            yield return new Reason("FEED_COLUMNS", $"The heading lacks {string.Join(", ", missing)}. Use the regulator’s own layout, separated by commas.", Field: "File");
        }

        if (names.Distinct().Count() != names.Length)
        {
            yield return new Reason("FEED_COLUMNS", "Two columns have the same name.", Field: "File");
        }

        if (records.Count > MostLines + 1)
        {
            yield return new Reason("FEED_LONG", $"The file has more than {MostLines:N0} lines. Send it in parts.", Field: "File");
        }
    }

    private static void Take(CsvRecord record, Dictionary<string, int> columns, Dictionary<string, int> seen, List<FeedLine> lines, List<FeedFault> faults)
    {
        string Cell(string name) => columns.TryGetValue(name, out int at) && at < record.Cells.Count ? record.Cells[at].Trim() : "";
        string urn = Cell("urn").ToUpperInvariant();
        string? fault = FaultOf(record, columns.Count) ?? FaultOf(urn, Cell("registration_status"), Cell("judgement_overall"), Cell("last_full_inspection_date"));
        if (fault is null && !seen.TryAdd(urn, record.Line))
        {
            fault = $"This URN stands on line {seen[urn]} already.";
        }

        if (fault is not null)
        {
            faults.Add(new FeedFault(record.Line, urn.Length <= 20 ? urn : urn[..20], fault));
            return;
        }

        lines.Add(new FeedLine(record.Line, urn, RegistrationOf(Cell("registration_status"))!.Value, JudgementOf(Cell("judgement_overall"))!.Value, Day(Cell("last_full_inspection_date"))));
    }

    private static string? FaultOf(CsvRecord record, int columns)
    {
        if (record.Fault is not null)
        {
            return record.Fault;
        }

        return record.Cells.Count != columns
            ? $"The line has {record.Cells.Count} cells and the heading {columns}."
            : record.Cells.Any(c => c.Length > LongestCell) ? $"A cell has more than {LongestCell} characters." : null;
    }

    private static string? FaultOf(string urn, string registration, string judgement, string inspected)
    {
        if (!Urn().IsMatch(urn))
        {
            return "The URN is neither SC and six figures nor seven figures.";
        }

        if (RegistrationOf(registration) is null)
        {
            return $"“{Short(registration)}” is no registration status: Active, Suspended, Cancelled or Resigned.";
        }

        if (JudgementOf(judgement) is null)
        {
            return $"“{Short(judgement)}” is no judgement of the regulator’s.";
        }

        return inspected.Length > 0 && Day(inspected) is null ? $"“{Short(inspected)}” is no day; write 2026-01-31." : null;
    }

    private static Registration? RegistrationOf(string words) => words.ToLowerInvariant() switch
    {
        "active" => Registration.Active,
        "suspended" => Registration.Suspended,
        "cancelled" => Registration.Cancelled,
        "resigned" => Registration.None,
        _ => null,
    };

    private static Judgement? JudgementOf(string words) => words.ToLowerInvariant() switch
    {
        "outstanding" => Judgement.Outstanding,
        "good" => Judgement.Good,
        "requires improvement" or "requires improvement to be good" => Judgement.RequiresImprovement,
        "inadequate" => Judgement.Inadequate,
        "not graded" => Judgement.NotGraded,
        "" or "not judged" => Judgement.None,
        _ => null,
    };

    private static DateOnly? Day(string words) => DateOnly.TryParseExact(words, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";

    [GeneratedRegex("^(SC[0-9]{6}|[0-9]{7})$")]
    private static partial Regex Urn();
}
