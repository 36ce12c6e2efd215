using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Takes criteria, questions, prices and evidence of one lot over into another.</summary>
public sealed class CopyLotContents(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string from, string to, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Lot source = tender.LotNumbered(from);
        tender.ChangeLot(to, $"contents of lot {from}", l => l.TakeContentsOf(source));
        await db.Save(actor, stop);
    }
}
