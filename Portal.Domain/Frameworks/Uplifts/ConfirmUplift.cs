using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>Finance of the framework's lead or co-operative confirms that a carried uplift can be paid; new versions of the schedules are written for a day that has not come.</summary>
public sealed class ConfirmUplift(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, UpliftId id, string words, CancellationToken stop = default)
    {
        actor.MustBe(Role.Finance);
        Uplift uplift = await db.LoadUpliftToManage(actor, id, stop);
        Framework framework = await db.LoadFramework(uplift.FrameworkRef, stop);
        if (uplift.Stage == UpliftStage.Carried && await db.HasLeft(uplift, stop))
        {
            uplift.Overtake("The provider has left the lot.");
        }
        else
        {
            uplift.Confirm(actor, words, await db.HomesOf(uplift, stop), framework.Lot(uplift.LotNumber), LondonTime.DateOf(clock.GetUtcNow()));
        }

        db.TellOutcome(uplift, framework, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
