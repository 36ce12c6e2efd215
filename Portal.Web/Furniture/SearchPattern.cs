namespace Portal.Web.Furniture;

/// <summary>What somebody typed into a search box, as a LIKE pattern in which their own signs mean nothing special: <c>EF.Functions.Like(t.Title, pattern, SearchPattern.Escape)</c>.</summary>
public static class SearchPattern
{
    public const string Escape = "\\";

    /// <summary>Null when nothing was typed.</summary>
    public static string? Containing(string? typed)
    {
        string words = typed?.Trim() ?? "";
        return words.Length == 0
            ? null
            : $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
    }
}
