using System.Globalization;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Writes the place of a value in a notice: <c>releases[0].tender.lots[1].title</c>.</summary>
internal static class NoticePath
{
    private const int LongestKey = 60;

    public static string Below(string? path, string key)
    {
        string safe = Safe(key);
        return string.IsNullOrEmpty(path) ? safe : $"{path}.{safe}";
    }

    public static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>The path without list positions: <c>releases.tender.lots.title</c>.</summary>
    public static string Shape(string path)
    {
        Span<char> kept = path.Length <= 1024 ? stackalloc char[path.Length] : new char[path.Length];
        int length = 0;
        bool inside = false;
        foreach (char c in path)
        {
            inside = c == '[' || (inside && c != ']');
            if (!inside && c != ']')
            {
                kept[length++] = c;
            }
        }

        return new string(kept[..length]);
    }

    // Dots, brackets and control characters in a key would make two places look like one.
    private static string Safe(string key)
    {
        bool plain = key.Length is > 0 and <= LongestKey && !key.AsSpan().ContainsAnyExcept(Plain);
        if (plain)
        {
            return key;
        }

        string shortened = NoticeText.Cut(key, LongestKey);
        return string.Concat(shortened.Select(c => Plain.Contains(c) || char.IsLetterOrDigit(c) ? c : '_')) + "~" + key.Length.ToString(CultureInfo.InvariantCulture);
    }

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-:$@/ ");
}
