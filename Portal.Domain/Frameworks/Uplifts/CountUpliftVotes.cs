using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The portal counts the board's votes when the vote is over; a provider that left the lot meanwhile ends it.</summary>
public sealed class CountUpliftVotes(PortalDb db, TimeProvider clock)
{
    public async Task Execute(UpliftId id, CancellationToken stop = default)
    {
        Uplift uplift = await db.LoadUplift(Actor.Portal, id, stop);
        if (uplift.Stage != UpliftStage.BeforeBoard)
        {
            return;
        }

        if (await db.HasLeft(uplift, stop))
        {
            uplift.Overtake("The provider has left the lot.");
        }
        else
        {
            uplift.CountVotes(clock.GetUtcNow());
        }

        db.TellOutcome(uplift, await db.LoadFramework(uplift.FrameworkRef, stop), clock.GetUtcNow());
        await db.Save(Actor.Portal, stop);
    }
}
