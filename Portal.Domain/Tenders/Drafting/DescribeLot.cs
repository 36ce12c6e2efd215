using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Changes what a lot is.</summary>
public sealed class DescribeLot(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, LotBasics basics, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ChangeLot(lot, "basics", l => l.Describe(basics));
        await db.Save(actor, stop);
    }
}
