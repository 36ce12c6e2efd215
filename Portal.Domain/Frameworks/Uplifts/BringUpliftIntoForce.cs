using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>On the day from which new prices hold the portal says so to the provider and the board; the prices themselves follow the schedules' days, however late this runs.</summary>
public sealed class BringUpliftIntoForce(PortalDb db, TimeProvider clock)
{
    public async Task Execute(UpliftId id, CancellationToken stop = default)
    {
        Uplift uplift = await db.LoadUplift(Actor.Portal, id, stop);
        uplift.TakeEffect(await db.HomesOf(uplift, stop), LondonTime.DateOf(clock.GetUtcNow()));
        if (uplift.Happenings.Count == 0)
        {
            return;
        }

        db.TellOutcome(uplift, await db.LoadFramework(uplift.FrameworkRef, stop), clock.GetUtcNow());
        await db.Save(Actor.Portal, stop);
    }
}
