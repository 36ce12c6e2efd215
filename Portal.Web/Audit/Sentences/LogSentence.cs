using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Web.Furniture;

namespace Portal.Web.Audit.Sentences;

/// <summary>Says an entry of the log as a sentence: the pattern of its action with the entry's own values. A part in square brackets is said only where all its values are known.</summary>
public static partial class LogSentence
{
    // Stands for a condition that holds and says nothing itself.
    private const string Said = "\0";

    private static readonly Dictionary<string, string> Patterns = new[] { TenderSentences.All, BidSentences.All, JudgingSentences.All, AwardSentences.All, PlacementSentences.All }
        .SelectMany(all => all).ToDictionary(p => p.Action, p => p.Pattern, StringComparer.Ordinal);

    /// <summary>The actions that have a sentence.</summary>
    public static IEnumerable<string> Known => Patterns.Keys;

    /// <summary>Whether there is a sentence for this action.</summary>
    public static bool Knows(string action) => Patterns.ContainsKey(action);

    public static string Of(string action, Told told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (!Patterns.TryGetValue(action, out string? pattern))
        {
            return GovWords.Title(action.Replace('.', ' '));
        }

        string known = Parts().Replace(pattern, part => Values().Matches(part.Groups[1].Value).All(v => Value(told, v).Length > 0) ? part.Groups[1].Value : "");
        return Spaces().Replace(Values().Replace(known, v => Value(told, v)).Replace(Said, "", StringComparison.Ordinal), " ").Trim();
    }

    private static string Value(Told told, Match value)
    {
        string name = value.Groups[1].Value;
        return value.Groups[2].Value switch
        {
            "count" => told.Count(name) is > 0 and int count ? count.ToString(CultureInfo.InvariantCulture) : "",
            "yes" or "no" => told[name] == value.Groups[2].Value ? Said : "",
            _ => told[name].TrimEnd('.'),
        };
    }

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\{([\w.]+)(?::(\w+))?\}")]
    private static partial Regex Values();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
