using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Changes a running tender before its deadline, for everybody alike (A7-01, A7-04).</summary>
public sealed class AmendTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, Amendment amendment, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.Amend(amendment, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
