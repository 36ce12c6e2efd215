using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>The portal notes that a standstill's last day is over, so that the contract may be signed (A10-07).</summary>
public sealed class EndStandstill(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(id, stop);
        tender.EndStandstill(clock.GetUtcNow());
        await db.Save(Actor.Portal, stop);
    }
}
