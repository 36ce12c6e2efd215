using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Direct;

/// <summary>A commissioner says how one limb of the ground is met, and where the proof is kept.</summary>
public sealed class EvidenceLimb(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string limb, string facts, string source, CancellationToken stop = default)
    {
        (_, DirectAward direct) = await db.LoadDirectAwardToChange(actor, tenderRef, stop);
        direct.EvidenceLimb(limb, facts, source, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
