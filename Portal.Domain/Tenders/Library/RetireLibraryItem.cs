using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>Takes an item of the library out of use; tenders that copied it keep their copy.</summary>
public sealed class RetireLibraryItem(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, LibraryItemId id, CancellationToken stop)
    {
        (await db.LoadLibraryItem(actor, id, stop)).Retire(clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
