using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Adds a lot to a draft.</summary>
public sealed class AddLot(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, LotBasics lot, string? number, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.AddLot(lot, number);
        await db.Save(actor, stop);
    }
}
