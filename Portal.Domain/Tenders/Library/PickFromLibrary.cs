using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>Copies one version of a library item into a draft: a document for the whole tender or one lot, or questions into a lot. Later versions do not reach it.</summary>
public sealed class PickFromLibrary(PortalDb db, TimeProvider clock)
{
    /// <param name="lot">The lot that it is for; null for the whole tender (documents only).</param>
    public async Task Execute(Actor actor, string tenderRef, LibraryItemId id, int version, string? lot, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        LibraryItem item = await db.LoadLibraryItem(actor, id, stop);
        if (item.RetiredAt is not null)
        {
            throw new RuleBroken("LIBRARY_RETIRED", $"“{item.Title}” is out of use. Choose another, or add a new version of it.");
        }

        LibraryVersion picked = item.VersionNumbered(version);
        if (picked.Document is { } document)
        {
            db.Add(tender.PickDocument(document, $"{item.Title}, version {picked.Number}", lot, actor.Person, clock.GetUtcNow()));
        }
        else
        {
            tender.PickQuestions(picked.Questions, $"{item.Title}, version {picked.Number}", lot ?? throw new RuleBroken("LOT_WANTED", "Choose the lot that gets the questions.", field: "Lot"));
        }

        await db.Save(actor, stop);
    }
}
