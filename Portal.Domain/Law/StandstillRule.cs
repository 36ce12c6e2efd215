using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>Which standstill one contract has: kind, length and the rule that says so.</summary>
/// <param name="WorkingDays">Eight where there is one (A10-07, A10-09); zero where there is none.</param>
public sealed record StandstillRule(StandstillKind Kind, int WorkingDays, string Rule, string Section, string Why)
{
    private static readonly Dictionary<AwardRoute, string> Exempt = new()
    {
        [AwardRoute.UrgentDirectAward] = "an award for extreme and unavoidable urgency",
        [AwardRoute.RegulationsToProtectLife] = "an award under regulations to protect life",
        [AwardRoute.FrameworkCallOff] = "a call-off under a framework",
        [AwardRoute.DynamicMarket] = "an award under a dynamic market",
        [AwardRoute.UserChoiceDirectAward] = "an award that follows the choice of the person cared for, which has no award notice",
    };

    /// <summary>The standstill of a contract under a rule set. A stated voluntary one binds (A10-09); without a notice there is nothing to state it in (A9-06).</summary>
    public static StandstillRule Of(RuleSet rules, AwardRoute route, bool stated)
    {
        if (Mandatory(rules, route))
        {
            return new(StandstillKind.Mandatory, rules.StandstillWorkingDays!.Value, "A10-07", "s.51(1)-(2)", "The contract may be entered into only after the last of eight working days.");
        }

        if (stated && rules.StandstillWorkingDays is { } days && route != AwardRoute.UserChoiceDirectAward)
        {
            return new(StandstillKind.Voluntary, days, "A10-09", "s.51(4)-(5)", "The law asks for none here; one that the award notice states is at least eight working days and binds.");
        }

        return new(StandstillKind.None, 0, "A10-08", "s.51(3)", $"None is mandatory for {Exempt.GetValueOrDefault(route) ?? Because(rules)}.");
    }

    /// <summary>Why an award without standstill is unlawful, or needs a reason; null when it is in order.</summary>
    public static Reason? WhatBlocksNone(RuleSet rules, AwardRoute route, string reason)
    {
        if (Mandatory(rules, route))
        {
            return new Reason("STANDSTILL_MANDATORY", "Under the full rules eight working days of standstill are mandatory before the contract is signed.", "A10-07", "standstill");
        }

        return string.IsNullOrWhiteSpace(reason) && route == AwardRoute.Competition
            ? new Reason("NO_STANDSTILL_REASON", "Say why there will be no standstill: it is what protects the contract from being set aside.", "A10-09", "noStandstillReason")
            : null;
    }

    private static bool Mandatory(RuleSet rules, AwardRoute route) => rules.StandstillMandatory && !Exempt.ContainsKey(route);

    private static string Because(RuleSet rules) => rules.Regime switch
    {
        Regime.LightTouch => "a light touch contract",
        Regime.BelowThreshold => "a contract below the threshold",
        _ => "what the portal holds of the Public Contracts Regulations 2015: call-offs from frameworks made under them",
    };
}
