using Portal.Domain.Law;

namespace Portal.Domain.Notices;

/// <summary>What the Common Procurement Vocabulary calls the codes of this market; others are published by their number alone (B1-02).</summary>
public static class CpvTitle
{
    private static readonly Dictionary<string, string> Held = HeldTable.Read("cpv_codes.csv").ToDictionary(row => row["code"], row => row["title"]);

    public static string? Of(string code) => Held.GetValueOrDefault(code);
}
