using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Closes a tender whose deadline has passed; the workflow calls it, and calling it again does nothing.</summary>
public sealed class CloseTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop)
    {
        Tender tender = await db.LoadTender(id, stop);
        if (tender.Stage == TenderStage.Open)
        {
            tender.Close(clock.GetUtcNow());
            await db.Save(Actor.Portal, stop);
        }
    }
}
