using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>A reason that a bidder or a court will read must say something: at least five words (A13-01, C2-05).</summary>
public static class Substance
{
    public const int FewestWords = 5;

    /// <summary>Whether a text is there but too short to be a reason: "x", ".", "ok".</summary>
    /// <param name="fewest">How many words are enough: a short answer such as "Extended by a week" can be whole.</param>
    public static bool IsThin(string? text, int fewest = FewestWords) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)) < fewest;

    /// <summary>The trimmed text; <see cref="RuleBroken"/> when it is missing, too long or too thin.</summary>
    /// <param name="what">What is asked for, such as "the reason for the decision".</param>
    internal static string Wanted(string? text, int longest, string field, string what)
    {
        string given = Tender.Wanted(text, longest, field, what);
        return IsThin(given) ? throw new RuleBroken("TOO_THIN", $"Enter {what} in at least five words, so that a reader sees why.", "A13-01", field) : given;
    }
}
