using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The lead refuses before the vote because the evidence does not bear the rise, or finance after it because it cannot be paid; each with the reason, which the provider reads.</summary>
public sealed class RefuseUplift(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, UpliftId id, string reason, CancellationToken stop = default)
    {
        Uplift uplift = await db.LoadUpliftToManage(actor, id, stop);
        if (uplift.Stage == UpliftStage.Carried)
        {
            actor.MustBe(Role.Finance);
        }
        else
        {
            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        }

        uplift.Refuse(actor, reason);
        db.TellOutcome(uplift, await db.LoadFramework(uplift.FrameworkRef, stop), clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
