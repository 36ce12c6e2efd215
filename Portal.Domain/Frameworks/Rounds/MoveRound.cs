using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Opens, closes or completes a round; the rounds procedure does the first two at their announced moments.</summary>
public sealed class MoveRound(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, int number, RoundStage to, string? reason, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFramework(reference, stop);
        framework.MustBeManagedBy(actor);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        FrameworkRound round = await db.LoadRound(reference, number, stop);
        DateTimeOffset now = clock.GetUtcNow();
        switch (to)
        {
            case RoundStage.Open:
                round.Open(now);
                break;
            case RoundStage.Closed:
                round.Close(now);
                break;
            case RoundStage.Completed:
                round.Complete(await db.Admissions.Where(a => a.Framework == framework.Id).ToListAsync(stop), now);
                break;
            case RoundStage.Cancelled:
                round.Cancel(reason ?? "");
                break;
            default:
                throw new RuleBroken("ROUND_STAGE", "A round is announced once.");
        }

        await db.Save(actor, stop);
    }
}
