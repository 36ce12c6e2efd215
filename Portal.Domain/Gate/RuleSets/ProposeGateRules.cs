using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Proposes a new version of the gate's rules.</summary>
public sealed class ProposeGateRules(PortalDb db, TimeProvider clock)
{
    public async Task<GateRuleSet> Execute(Actor actor, GateTerms terms, string legalBasis, DateOnly effectiveFrom, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        string name = $"gate/{effectiveFrom:yyyy-MM-dd}";
        if (await db.Set<GateRuleSet>().AnyAsync(r => r.Name == name, cancel))
        {
            throw new RuleBroken("RULES_TWICE", "Gate rules for that day were proposed already. Choose another day.", field: "EffectiveFrom");
        }

        GateRuleSet proposed = GateRuleSet.Propose(actor, new GateRules(name, legalBasis, effectiveFrom, terms), reason, LondonTime.DateOf(clock.GetUtcNow()));
        db.Add(proposed);
        await db.Save(actor, cancel);
        return proposed;
    }
}
