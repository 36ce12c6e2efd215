using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Takes a document out of a draft.</summary>
public sealed class RemoveTenderDocument(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, TenderDocumentId document, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.RemoveDocument(document);
        await db.Save(actor, stop);
    }
}
