using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Interest;

/// <summary>Puts a person among those who are told everything about a published tender (A2-06); asking again changes nothing.</summary>
public sealed class WatchTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, WatchReason because, CancellationToken stop)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        await db.Watch(tender, actor, because, clock.GetUtcNow(), stop);
        await db.Save(actor, stop);
    }
}
