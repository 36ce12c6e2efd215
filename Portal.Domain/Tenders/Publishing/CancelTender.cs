using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Ends a procurement without award (A11-11).</summary>
public sealed class CancelTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string reason, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        tender.Cancel(reason, now);
        await db.TellWatchers(tender, new TenderNews($"Tender {tenderRef} has ended without award", reason, $"/tenders/{tenderRef}", "cancelled"), now, stop);
        await db.Save(actor, stop);
    }
}
