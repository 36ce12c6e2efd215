using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Tenders.Outages;

/// <summary>A server signs that it is up and reaches the database; signs older than the longest tender are swept away.</summary>
public sealed class BeatHeart(PortalDb db, TimeProvider clock)
{
    // A deadline's hour must still be provable when a claim is heard (A13-06: three months).
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public async Task Execute(CancellationToken stop = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        db.Add(new Heartbeat(now));
        await db.Save(Kernel.Actor.Portal, stop);
        DateTimeOffset oldest = now - Kept;
        await db.Set<Heartbeat>().Where(b => b.At < oldest).ExecuteDeleteAsync(stop);
    }
}
