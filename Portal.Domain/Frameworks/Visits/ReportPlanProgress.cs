using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Says how far an action of an improvement plan is: the home's provider, or the region that keeps the plan.</summary>
public sealed class ReportPlanProgress(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, ImprovementPlanId id, int number, string progress, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder, Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        ImprovementPlan plan = await db.LoadPlan(actor, id, stop);
        if (plan.Provider != actor.Organisation)
        {
            plan.MustBeKeptBy((await db.CooperativeOf(actor, stop)).Code);
        }

        plan.Report(number, progress, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
