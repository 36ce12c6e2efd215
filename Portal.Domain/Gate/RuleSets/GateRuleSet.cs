using System.Text.Json;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>A gate rule set's id.</summary>
public readonly record struct GateRuleSetId(Guid Value) : ITypedId<GateRuleSetId>
{
    public static GateRuleSetId From(Guid value) => new(value);
}

/// <summary>Where a proposed rule set stands.</summary>
public enum RuleSetStage
{
    Proposed,
    Approved,
    Refused,
    TakenBack,
}

/// <summary>A version of the gate's numbers with what binds the authorities to it: proposed by one, approved by two others, effective from its day.</summary>
public sealed partial class GateRuleSet : Aggregate
{
    private static readonly Lifecycle<RuleSetStage> Moves = new((RuleSetStage.Proposed, RuleSetStage.Approved), (RuleSetStage.Proposed, RuleSetStage.Refused), (RuleSetStage.Approved, RuleSetStage.TakenBack));

    private GateRuleSet()
    {
    }

    public GateRuleSetId Id { get; private set; }

    /// <summary>Stored with every decision: <c>gate/2026-04-01</c>; after a refused one for the same day <c>gate/2026-04-01.2</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Accession agreement, standing order or direction (care-sector §2.3: no statute yet).</summary>
    public string LegalBasis { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateOnly EffectiveFrom { get; private set; }

    public string TermsJson { get; private set; } = "";

    public RuleSetStage Stage { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public PersonId? FirstApprovedBy { get; private set; }

    public PersonId? SecondApprovedBy { get; private set; }

    public GateRules Rules => new(Name, LegalBasis, EffectiveFrom, JsonSerializer.Deserialize<GateTerms>(TermsJson)!);

    public static GateRuleSet Propose(Actor by, GateRules rules, string reason, DateOnly today)
    {
        if (rules.EffectiveFrom <= today)
        {
            throw new RuleBroken("RULES_BACKDATED", "New gate rules take effect tomorrow at the earliest; no decision is judged by rules that came later.", field: "EffectiveFrom");
        }

        if (string.IsNullOrWhiteSpace(rules.LegalBasis) || string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("BASIS_MISSING", "Name the legal basis (accession agreement, standing order or direction) and the reason for the change.", field: "LegalBasis");
        }

        RuleBroken.If(rules.Terms.WhatIsWrong());
        var proposed = new GateRuleSet
        {
            Id = Kernel.Id.New<GateRuleSetId>(),
            Name = rules.Version,
            LegalBasis = rules.LegalBasis.Trim(),
            Reason = reason.Trim(),
            EffectiveFrom = rules.EffectiveFrom,
            TermsJson = JsonSerializer.Serialize(rules.Terms),
            ProposedBy = by.Person,
        };
        proposed.Happened("gate.rulesProposed", $"gateRules/{proposed.Name}", new { proposed.LegalBasis, proposed.Reason, proposed.EffectiveFrom, rules.Terms });
        return proposed;
    }

    /// <summary>The second of two people, neither of them the proposer, makes it approved.</summary>
    public void Approve(Actor by, DateOnly today)
    {
        if (by.Person == ProposedBy || by.Person == FirstApprovedBy)
        {
            throw new RuleBroken("SEGREGATION", "Two people other than the proposer approve gate rules.");
        }

        if (EffectiveFrom <= today)
        {
            throw new RuleBroken("RULES_BACKDATED", $"These rules were to take effect on {LondonTime.Day(EffectiveFrom)}, which has passed. Propose them anew.");
        }

        if (FirstApprovedBy is null)
        {
            MustBeProposed();
            FirstApprovedBy = by.Person;
        }
        else
        {
            Stage = Moves.Move(Stage, RuleSetStage.Approved, $"Rule set {Name}");
            SecondApprovedBy = by.Person;
        }

        Happened("gate.rulesApproved", $"gateRules/{Name}", new { by = by.Person, Stage });
    }

    /// <summary>Says no to it, or takes it back; the reason is kept in the log.</summary>
    public void Refuse(Actor by, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why these rules are refused.", field: "Reason");
        }

        Stage = Moves.Move(Stage, RuleSetStage.Refused, $"Rule set {Name}");
        Happened("gate.rulesRefused", $"gateRules/{Name}", new { by = by.Person, reason = reason.Trim() });
    }

    private void MustBeProposed()
    {
        if (Stage != RuleSetStage.Proposed)
        {
            throw new RuleBroken("WRONG_STAGE", $"Rule set {Name} is no longer proposed.");
        }
    }
}
