using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>Placements that outlive the weeks that were agreed count against their framework as they have come to so far (A8-12), not only once they end.</summary>
public sealed class CountRunningOn(PortalDb db, TimeProvider clock)
{
    /// <summary>Returns how many counted for more than before; a second look on the same day finds none.</summary>
    public async Task<int> Execute(CancellationToken stop)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        List<FrameworkId> frameworks = await db.FrameworkCommitments.Where(c => c.Settled == null).Select(c => c.Framework).Distinct().ToListAsync(stop);
        int moved = 0;
        foreach (FrameworkId id in frameworks)
        {
            moved += await Count(id, today, now, stop);
        }

        return moved;
    }

    private async Task<int> Count(FrameworkId id, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        Framework framework = await db.Frameworks.SingleAsync(f => f.Id == id, stop);
        List<CallOff> running = [.. (await db.CallOffs.AsNoTracking().Where(c => c.FrameworkRef == framework.Ref && c.Stage == CallOffStage.Agreed && c.From < today).ToListAsync(stop)).Where(c => today >= PlacementValue.OutlivesFrom(c))];
        string[] refs = [.. running.Select(c => c.Ref)];
        Dictionary<string, FrameworkCommitment> counted = await db.FrameworkCommitments.Where(c => c.Settled == null && refs.Contains(c.CallOffRef)).ToDictionaryAsync(c => c.CallOffRef, stop);
        int moved = db.RunOn(framework, [.. running.Where(c => counted.ContainsKey(c.Ref)).Select(c => (counted[c.Ref], PlacementValue.SoFar(c, today)))], now);
        if (moved == 0)
        {
            return 0;
        }

        try
        {
            await db.Save(Actor.Portal, stop);
            return moved;
        }
        catch (StaleVersion)
        {
            // A call-off moved the same framework at this moment; the next look counts it.
            return 0;
        }
    }
}
