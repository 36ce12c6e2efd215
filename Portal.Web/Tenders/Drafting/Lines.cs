namespace Portal.Web.Tenders.Drafting;

/// <summary>Lists that people write one per line.</summary>
public static class Lines
{
    public static IReadOnlyList<string> Of(string? text) => [.. (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    public static string Trimmed(string? text) => text?.Trim() ?? "";

    public static string From(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Codes written one per line or with commas.</summary>
    public static IReadOnlyList<string> Codes(string? text) => [.. (text ?? "").Split([',', ' ', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries)];
}
