using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Interest;

/// <summary>Takes a person out of those who are told about a tender, at their own wish.</summary>
public sealed class StopWatching(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken stop)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        if (await db.TenderWatches.SingleOrDefaultAsync(w => w.Tender == tender.Id && w.Person == actor.Person, stop) is { } watch)
        {
            watch.End(tender);
            db.Remove(watch);
            await db.Save(actor, stop);
        }
    }
}
