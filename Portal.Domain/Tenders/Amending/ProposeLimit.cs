using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Prepares another limit on what one supplier is awarded, or none, for an amendment.</summary>
public sealed class ProposeLimit(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, LotLimit? limit, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ProposeLimit(limit, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
