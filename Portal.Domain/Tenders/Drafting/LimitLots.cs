using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Says how much one supplier may be awarded over all lots and by which mechanism, or that there is no limit.</summary>
public sealed class LimitLots(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, LotLimit? limit, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.LimitLots(limit);
        await db.Save(actor, stop);
    }
}
