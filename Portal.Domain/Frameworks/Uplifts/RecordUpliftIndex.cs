using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records the index figure of the year, with where it was read.</summary>
public sealed class RecordUpliftIndex(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, IndexFigure figure, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        UpliftRule rule = await db.UpliftRules.SingleOrDefaultAsync(r => r.Framework == framework.Id, stop) ?? throw new RuleBroken("NO_RULE", "Record the uplift rule of the framework’s terms first.", "care-sector §1.3");
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        rule.RecordIndex(figure, figure.Index ?? rule.TermsOn(today).Index);
        await db.Save(actor, stop);
    }
}
