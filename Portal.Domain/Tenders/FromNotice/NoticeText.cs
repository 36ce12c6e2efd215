using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Tidies text from notices: line ends, invisible and control characters, and the “rn” that Contracts Finder leaves where a line break was (B1-18).</summary>
internal static partial class NoticeText
{
    public static string Tidy(string raw, out bool repaired)
    {
        string text = Visible(raw.ReplaceLineEndings("\n"));
        string mended = text.Contains('\n', StringComparison.Ordinal) ? text : LostBreak().Replace(text, lost => lost.Value.Count(c => c == 'r') > 1 ? "\n\n" : "\n");
        repaired = mended.Length != text.Length;
        return Lines(mended);
    }

    /// <summary>At most so many characters, never half of a pair.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    // Blanks at line ends go, and of several empty lines one stays.
    private static string Lines(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        StringBuilder kept = new(text.Length);
        int empty = 0;
        foreach (string line in text.Split('\n').Select(l => l.Trim(' ', '\t')))
        {
            empty = line.Length == 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                kept.Append(line).Append('\n');
            }
        }

        return kept.ToString().Trim();
    }

    private static string Visible(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text;
        }

        StringBuilder kept = new(text.Length);
        foreach (char c in text.Where(c => !IsHidden(c)))
        {
            kept.Append(c);
        }

        return kept.ToString();
    }

    // Direction overrides and zero-width characters can make a title read as something else than it is.
    private static bool IsHidden(char c) =>
        c is not ('\n' or '\t') && (char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c != '\u00AD'));

    // "rn" is a lost break when doubled, when it stands apart, or when it glues a sentence's end to the next capital; never inside a word such as "return".
    [GeneratedRegex(@"(?:(?<=[\s.:;,!?)\]""'”’]|^)rn(?=\s|[A-Z0-9•\-–(]|rn|$)\s*|(?:rn){2,}\s*|(?<=[a-z0-9])rn(?=\s{2,}|[A-Z][a-z ])\s*)+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LostBreak();
}
