using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Keeps a document for an amendment: a new version of a published one, or one in addition. Nobody can download it before the change is published.</summary>
public sealed class ProposeDocument(PortalDb db, PublicFiles files, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, TenderDocumentId? replaces, (string Name, string Kind) called, Stream content, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        string kind = tender.Documents.FirstOrDefault(d => d.Id == replaces)?.Kind ?? called.Kind;
        NewDocument added = await files.Keep(called.Name, kind, content, stop);
        try
        {
            tender.ProposeDocument(added, replaces, actor.Person, clock.GetUtcNow());
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            await files.Delete(added.FileId, CancellationToken.None);
            throw;
        }

        await db.Save(actor, stop);
    }
}
