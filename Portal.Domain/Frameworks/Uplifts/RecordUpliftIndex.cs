using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records a figure of one of the rule’s indexes, with where it was read and from which day it measures.</summary>
public sealed class RecordUpliftIndex(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, IndexFigure figure, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        UpliftRule rule = await db.UpliftRules.SingleOrDefaultAsync(r => r.Framework == framework.Id, stop) ?? throw new RuleBroken("NO_RULE", "Record the uplift rule of the framework’s terms first.", "care-sector §1.3");
        rule.RecordIndex(actor, figure, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
