using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>The portal sets how long the record of an ended procurement is kept (A13-03); again changes nothing.</summary>
public sealed class KeepTenderRecord(PortalDb db)
{
    public async Task Execute(TenderId id, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(id, stop);
        tender.KeepRecord();
        await db.Save(Actor.Portal, stop);
    }
}
