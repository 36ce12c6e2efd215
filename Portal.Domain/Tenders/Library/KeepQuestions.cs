using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Library;

/// <summary>Keeps a lot's questions in the question bank, under a title; the same title gets a new version.</summary>
public sealed class KeepQuestions(PortalDb db, TimeProvider clock)
{
    public async Task<LibraryItemId> Execute(Actor actor, string tenderRef, string lot, string title, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        var version = new LibraryVersion(0, clock.GetUtcNow(), actor.Name, $"From lot {lot} of {tenderRef}") { Questions = [.. tender.LotNumbered(lot).Questions] };
        string wanted = Tender.Wanted(title, 200, "Title", "a title for the questions");
        LibraryItem? known = await db.LibraryItems.FirstOrDefaultAsync(i => i.Organisation == actor.Organisation && i.Kind == LibraryKind.Questions && i.Title == wanted, stop);
        if (known is null)
        {
            known = db.Add(LibraryItem.Add(actor.Organisation, LibraryKind.Questions, wanted, version)).Entity;
        }
        else
        {
            known.Add(version);
        }

        await db.Save(actor, stop);
        return known.Id;
    }
}
