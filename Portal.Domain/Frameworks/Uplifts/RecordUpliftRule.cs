using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records the uplift rule that its terms published; once recorded it is changed only from a day to come.</summary>
public sealed class RecordUpliftRule(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, UpliftTerms terms, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        if (framework.Level == FrameworkLevel.National)
        {
            throw new RuleBroken("NO_BOARD", "No authority joins a national contract, so it has no board to vote. Its lead decides on every other price.", "care-sector §1.1");
        }

        if (await db.UpliftRules.AnyAsync(r => r.Framework == framework.Id, stop))
        {
            throw new RuleBroken("RULE_RECORDED", "The rule is recorded already. If the agreement is varied, change the rule from a day to come, with the reason.", "A11-07");
        }

        db.Add(UpliftRule.Publish(framework, terms));
        await db.Save(actor, stop);
    }
}
