using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>Puts a document into the library: a new item, or a new version of one.</summary>
public sealed class AddLibraryDocument(PortalDb db, PublicFiles files, TimeProvider clock)
{
    /// <param name="item">The item that gets a version; null for a new item.</param>
    public async Task<LibraryItemId> Execute(Actor actor, LibraryItemId? item, LibraryDocument added, Stream content, CancellationToken stop)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        LibraryItem? known = item is { } id ? await db.LoadLibraryItem(actor, id, stop) : null;
        LibraryKind kind = known?.Kind ?? added.Kind;
        if (kind == LibraryKind.Questions)
        {
            throw new RuleBroken("LIBRARY_QUESTIONS", "Questions are kept from a lot of a draft, not from a file.", field: "Kind");
        }

        NewDocument kept = await files.Keep(added.FileName, LibraryWords.Of(kind), content, stop);
        var version = new LibraryVersion(0, clock.GetUtcNow(), actor.Name, added.Note) { Document = kept };
        try
        {
            if (known is null)
            {
                known = db.Add(LibraryItem.Add(actor.Organisation, kind, added.Title, version)).Entity;
            }
            else
            {
                known.Add(version);
            }
        }
        catch (RuleBroken)
        {
            await files.Delete(kept.FileId, CancellationToken.None);
            throw;
        }

        await db.Save(actor, stop);
        return known.Id;
    }
}

/// <summary>A document for the library as it is handed in.</summary>
public sealed record LibraryDocument(LibraryKind Kind, string Title, string FileName, string Note);
