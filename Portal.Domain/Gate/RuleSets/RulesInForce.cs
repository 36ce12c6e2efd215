using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Which rules decide on a day: the latest approved version that has taken effect, otherwise the founding rules. A day has one approved version (see ProposeGateRules); were there two, the higher number holds.</summary>
public static class RulesInForce
{
    private static readonly PreparedQuery<On, GateRuleSet> Latest = new((db, asked) => db.Set<GateRuleSet>().AsNoTracking()
        .Where(r => r.Stage == RuleSetStage.Approved && r.EffectiveFrom <= asked.Day)
        .OrderByDescending(r => r.EffectiveFrom).ThenByDescending(r => r.Name.Length).ThenByDescending(r => r.Name) // .10 after .2
        .Take(1));

    extension(PortalDb db)
    {
        public async Task<GateRules> GateRulesOn(DateOnly day, CancellationToken cancel) =>
            (await Latest.Ask(db, new On(day), cancel)).SingleOrDefault()?.Rules ?? GateRules.Founding;
    }

    private sealed record On(DateOnly Day);
}
