using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Direct;

/// <summary>A commissioner gives the case for a direct award up before anything is public; the procurement itself stays as it is.</summary>
public sealed class GiveUpDirectAward(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string reason, CancellationToken stop = default)
    {
        (_, DirectAward direct) = await db.LoadDirectAwardToChange(actor, tenderRef, stop);
        direct.GiveUp(reason);
        await db.Save(actor, stop);
    }
}
