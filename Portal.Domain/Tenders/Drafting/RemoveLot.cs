using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Takes a lot out of a draft.</summary>
public sealed class RemoveLot(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.RemoveLot(lot);
        await db.Save(actor, stop);
    }
}
