using Portal.Web.Furniture;

namespace Portal.Web.Workflows;

/// <summary>What a procedure is about, in words: a tender by its reference, and what has no reference by its kind and the beginning of its number.</summary>
public static class SubjectWords
{
    private const int EnoughToTellApart = 8;

    private static readonly Dictionary<string, string> Kinds = new() { ["gateLine"] = "placement", ["evidence"] = "evidence document", ["uplift"] = "fee uplift", ["offlineCard"] = "offline card of" };

    /// <summary>"tender WM-2026-0001, lot 2", "placement 01a22b14".</summary>
    public static string Of(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string[] parts = subject.Split('/');
        IEnumerable<string> pairs = parts.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : $"{Kinds.GetValueOrDefault(pair[0]) ?? GovWords.Sentence(pair[0])} {Short(pair[1])}");
        return string.Join(", ", pairs);
    }

    /// <summary>What one branch of a procedure is about, beside the procedure's own subject: "approval director of childrens services, distance".</summary>
    public static string Branch(string branch, string subject)
    {
        ArgumentNullException.ThrowIfNull(branch);
        return Of(branch.StartsWith(subject + "/", StringComparison.Ordinal) ? branch[(subject.Length + 1)..] : branch);
    }

    /// <summary>Placements belong to the authority's own people: no administrator opens them.</summary>
    public static bool IsPlacement(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.StartsWith("gateLine/", StringComparison.Ordinal) || subject.StartsWith("referral/", StringComparison.Ordinal);
    }

    private static string Short(string id) => Guid.TryParse(id, out _) ? id[..EnoughToTellApart]
        : id.Any(char.IsAsciiDigit) ? id
        : string.Join(", ", id.Split('-').Select(GovWords.Sentence));
}
