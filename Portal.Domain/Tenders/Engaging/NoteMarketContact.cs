using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Engaging;

/// <summary>Puts a participant in market engagement on record, with what they were told.</summary>
public sealed class NoteMarketContact(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, MarketContact contact, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.NoteMarketContact(contact with { ByName = actor.Name }, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
