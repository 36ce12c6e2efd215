using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Adds an action to an open improvement plan.</summary>
public sealed class AddPlanAction(PortalDb db)
{
    public async Task Execute(Actor actor, ImprovementPlanId id, Agreed agreed, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        ImprovementPlan plan = await db.LoadPlan(actor, id, stop);
        plan.MustBeKeptBy((await db.CooperativeOf(actor, stop)).Code);
        plan.Add(agreed);
        await db.Save(actor, stop);
    }
}
