using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Ends a procurement without award (A11-11).</summary>
public sealed class CancelTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string reason, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.Cancel(reason, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
