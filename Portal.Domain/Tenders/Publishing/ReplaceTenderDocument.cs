using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Puts a new version of a document in place of one that everybody has already seen; the old stays readable (A7-04).</summary>
public sealed class ReplaceTenderDocument(PortalDb db, PublicFiles files, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, TenderDocumentId old, string name, Stream content, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        string kind = tender.Documents.FirstOrDefault(d => d.Id == old)?.Kind ?? "";
        NewDocument added = await files.Keep(name, kind, content, stop);
        try
        {
            db.Add(tender.ReplaceDocument(old, added, actor.Person, clock.GetUtcNow()));
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            await files.Delete(added.FileId, CancellationToken.None);
            throw;
        }

        await db.Save(actor, stop);
    }
}
