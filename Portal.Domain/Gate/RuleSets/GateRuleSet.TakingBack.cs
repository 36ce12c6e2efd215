using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.RuleSets;

/// <content>Approved rules that are not yet in force can be taken back as they were approved: one person proposes it with the reason, two others agree. Rules that have decided are never taken back.</content>
public sealed partial class GateRuleSet
{
    public PersonId? TakingBackProposedBy { get; private set; }

    public string? TakingBackReason { get; private set; }

    public PersonId? TakingBackFirstAgreedBy { get; private set; }

    public PersonId? TakingBackSecondAgreedBy { get; private set; }

    /// <summary>Approved, and their day has not come: they can still be taken back.</summary>
    public bool IsComing(DateOnly today) => Stage == RuleSetStage.Approved && EffectiveFrom > today;

    /// <summary>Proposes to take these rules back before their day.</summary>
    public void ProposeTakingBack(Actor by, string reason, DateOnly today)
    {
        MustBeComing(today);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why these rules are to be taken back.", field: "Reason");
        }

        if (TakingBackProposedBy is not null)
        {
            throw new RuleBroken("TAKING_BACK_PROPOSED", "Somebody has proposed already to take these rules back. Agree, or leave it.");
        }

        (TakingBackProposedBy, TakingBackReason) = (by.Person, reason.Trim());
        Happened("gate.rulesTakingBackProposed", $"gateRules/{Name}", new { by = by.Person, reason = TakingBackReason, EffectiveFrom });
    }

    /// <summary>The second of two people, neither of them who proposed it, takes the rules back.</summary>
    public void AgreeTakingBack(Actor by, DateOnly today)
    {
        MustBeComing(today);
        if (TakingBackProposedBy is null)
        {
            throw new RuleBroken("NOTHING_PROPOSED", "Nobody has proposed to take these rules back. Propose it with the reason first.");
        }

        if (by.Person == TakingBackProposedBy || by.Person == TakingBackFirstAgreedBy)
        {
            throw new RuleBroken("SEGREGATION", "Two people other than who proposed it agree that approved rules are taken back.");
        }

        if (TakingBackFirstAgreedBy is null)
        {
            TakingBackFirstAgreedBy = by.Person;
            Happened("gate.rulesTakingBackAgreed", $"gateRules/{Name}", new { by = by.Person, Stage });
            return;
        }

        TakingBackSecondAgreedBy = by.Person;
        Stage = Moves.Move(Stage, RuleSetStage.TakenBack, $"Rule set {Name}");
        Happened("gate.rulesTakenBack", $"gateRules/{Name}", new { by = by.Person, reason = TakingBackReason, proposedBy = TakingBackProposedBy, firstAgreedBy = TakingBackFirstAgreedBy });
    }

    private void MustBeComing(DateOnly today)
    {
        if (Stage != RuleSetStage.Approved)
        {
            throw new RuleBroken("WRONG_STAGE", Stage == RuleSetStage.Proposed ? $"Rule set {Name} is only proposed: refuse it instead." : $"Rule set {Name} is not to take effect any more.");
        }

        if (EffectiveFrom <= today)
        {
            throw new RuleBroken("RULES_IN_FORCE", $"Rule set {Name} took effect on {LondonTime.Day(EffectiveFrom)}, and decisions may rest on it. Propose other rules from a day to come.");
        }
    }
}
