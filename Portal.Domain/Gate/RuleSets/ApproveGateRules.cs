using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>One of the two approvals that a new version of the gate's rules needs.</summary>
public sealed class ApproveGateRules(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, GateRuleSetId id, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        GateRuleSet rules = await db.Set<GateRuleSet>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("The rule set");
        rules.Approve(actor, LondonTime.DateOf(clock.GetUtcNow()));
        await db.Save(actor, cancel);
    }
}
