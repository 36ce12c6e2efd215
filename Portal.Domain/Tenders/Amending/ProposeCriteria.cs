using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Prepares new wording and weights of one lot's criteria for an amendment.</summary>
public sealed class ProposeCriteria(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, IReadOnlyList<Criterion> criteria, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ProposeCriteria(lot, criteria, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
