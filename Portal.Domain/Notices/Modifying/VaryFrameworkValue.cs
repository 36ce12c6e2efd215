using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Notices.Modifying;

/// <summary>The framework's lead records the value that the parties agreed, where the Act asks for no notice of it: a light touch agreement (s.74(2), s.75), or one from before the portal. Under the full regime the value follows a published notice (<see cref="FollowContractChange"/>).</summary>
public sealed class VaryFrameworkValue(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, Money to, (string Reason, string Agreed) said, CancellationToken cancel = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, cancel);
        if (await db.RegimeOf(framework, cancel) == Regime.Full)
        {
            throw new RuleBroken("CHANGE_NOTICE", "Under the full regime the value changes with a ground of section 74 and a contract change notice (UK10). Publish it first; the value follows it.", "A11-08");
        }

        db.VaryCap(framework, actor, to, said, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
