using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Publishes a tender that nothing blocks.</summary>
public sealed class PublishTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        await db.MustNotJoinClosed(tender.Framework, tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        tender.Publish(now, await db.StandingFor(tender, now, stop));
        await db.Save(actor, stop);
    }
}
