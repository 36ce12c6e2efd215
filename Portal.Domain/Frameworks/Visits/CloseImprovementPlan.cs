using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Closes an improvement plan as met or not met, and tells the home's provider.</summary>
public sealed class CloseImprovementPlan(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, ImprovementPlanId id, bool met, string because, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        ImprovementPlan plan = await db.LoadPlan(actor, id, stop);
        DateTimeOffset now = clock.GetUtcNow();
        plan.Close(met, because, (await db.CooperativeOf(actor, stop)).Code, actor, now);
        db.Add(Message.ToOrganisation(plan.Provider, Role.ProviderBidder, $"The improvement plan for {plan.HomeUrn} is closed: {(met ? "met" : "not met")}", because, $"/frameworks/quality/plans/{id.Value}", now, $"plan/{id.Value}/closed"));
        await db.Save(actor, stop);
    }
}
