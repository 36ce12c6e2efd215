using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Says no to proposed rules of the gate, or takes one's own proposal back; the day they were for is free again.</summary>
public sealed class RefuseGateRules(PortalDb db)
{
    public async Task Execute(Actor actor, GateRuleSetId id, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        GateRuleSet rules = await db.Set<GateRuleSet>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("The rule set");
        rules.Refuse(actor, reason);
        await db.Save(actor, cancel);
    }
}
