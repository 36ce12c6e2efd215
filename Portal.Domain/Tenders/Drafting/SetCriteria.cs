using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Replaces the award criteria of a lot.</summary>
public sealed class SetCriteria(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, IReadOnlyList<Criterion> criteria, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ChangeLot(lot, "criteria", l => l.AssessBy(criteria));
        await db.Save(actor, stop);
    }
}
