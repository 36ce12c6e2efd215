using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification;

/// <summary>Begins the look at who may be assessed, once the bids are open (C2-03).</summary>
public sealed class StartQualification(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        tender.StartQualification(clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
