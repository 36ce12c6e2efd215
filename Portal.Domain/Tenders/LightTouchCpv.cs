namespace Portal.Domain.Tenders;

/// <summary>The codes of this market that are light touch services (A4-17, R Sch 1).</summary>
public static class LightTouchCpv
{
    private static readonly string[] Stems = ["853", "85144", "85121291"];

    public static bool Covers(string? code) => code is not null && Array.Exists(Stems, stem => code.StartsWith(stem, StringComparison.Ordinal));
}
