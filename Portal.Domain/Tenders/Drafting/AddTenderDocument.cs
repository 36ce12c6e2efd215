using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Adds a document that everybody will download. A refused tender change leaves no file behind.</summary>
public sealed class AddTenderDocument(PortalDb db, PublicFiles files, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string name, string kind, Stream content, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        NewDocument added = await files.Keep(name, kind, content, stop);
        try
        {
            db.Add(tender.AddDocument(added, actor.Person, clock.GetUtcNow()));
        }
        catch (RuleBroken)
        {
            await files.Delete(added.FileId, CancellationToken.None);
            throw;
        }

        await db.Save(actor, stop);
    }
}
