using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The provider takes its request back, until finance has confirmed it.</summary>
public sealed class WithdrawUplift(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, UpliftId id, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Uplift uplift = await db.LoadUplift(actor, id, stop);
        uplift.Withdraw(reason);
        db.TellOutcome(uplift, await db.LoadFramework(uplift.FrameworkRef, stop), clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
