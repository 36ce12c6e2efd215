using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Which rules decide on a day: the latest approved version that has taken effect, otherwise the founding rules. A day has one approved version (see ProposeGateRules); were there two, the higher number holds.</summary>
public static class RulesInForce
{
    extension(PortalDb db)
    {
        public async Task<GateRules> GateRulesOn(DateOnly day, CancellationToken cancel)
        {
            GateRuleSet? latest = await db.Set<GateRuleSet>().AsNoTracking()
                .Where(r => r.Stage == RuleSetStage.Approved && r.EffectiveFrom <= day)
                .OrderByDescending(r => r.EffectiveFrom).ThenByDescending(r => r.Name.Length).ThenByDescending(r => r.Name) // .10 after .2
                .FirstOrDefaultAsync(cancel);
            return latest?.Rules ?? GateRules.Founding;
        }
    }
}
