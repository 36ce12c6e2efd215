using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>The portal notes that a tender's deadline has passed. Nothing depends on when it does: a late bid is refused by the clock alone (D1-08).</summary>
public sealed class CloseTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(Actor.Portal, reference, stop);
        tender.Close(clock.GetUtcNow());
        await db.Save(Actor.Portal, stop);
    }
}
