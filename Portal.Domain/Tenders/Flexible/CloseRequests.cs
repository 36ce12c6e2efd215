using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Flexible;

/// <summary>Ends the time for requests to take part; the workflow calls it, and calling it again does nothing.</summary>
public sealed class CloseRequests(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop)
    {
        Tender tender = await db.LoadTender(id, stop);
        if (tender.Stage == TenderStage.Requesting)
        {
            tender.CloseRequests(clock.GetUtcNow());
            await db.Save(Actor.Portal, stop);
        }
    }
}
