namespace Portal.Domain.Gate.RuleSets;

/// <summary>One version of the gate's rules as a decision uses it: its name, what binds the authorities to it, and its numbers.</summary>
public sealed record GateRules(string Version, string LegalBasis, DateOnly EffectiveFrom, GateTerms Terms)
{
    /// <summary>The rules the portal began with; no statute makes regional frameworks mandatory, so the authorities' agreement is their basis (care-sector §2.3).</summary>
    public static GateRules Founding { get; } = new(
        "gate/2026-04-01",
        "Accession agreements of the member authorities and their standing orders",
        new DateOnly(2026, 4, 1),
        new GateTerms());
}
