using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Prepares new words of the notice for an amendment.</summary>
public sealed class ProposeTerms(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string description, IReadOnlyList<string> conditions, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ProposeTerms(description, conditions, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
