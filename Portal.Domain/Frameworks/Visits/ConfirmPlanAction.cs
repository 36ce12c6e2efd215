using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The region that keeps an improvement plan confirms that an action is done, with what it saw.</summary>
public sealed class ConfirmPlanAction(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, ImprovementPlanId id, int number, string seen, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        ImprovementPlan plan = await db.LoadPlan(actor, id, stop);
        plan.Confirm(number, seen, (await db.CooperativeOf(actor, stop)).Code, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
