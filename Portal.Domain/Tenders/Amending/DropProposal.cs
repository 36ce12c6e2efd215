using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Gives up a change that was being prepared, with the documents kept for it.</summary>
public sealed class DropProposal(PortalDb db, PublicFiles files)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        IReadOnlyList<ProposedDocument> documents = tender.Proposed?.Documents ?? [];
        tender.DropProposal();
        await db.Save(actor, stop);
        foreach (ProposedDocument document in documents)
        {
            await files.Delete(document.FileId, CancellationToken.None);
        }
    }
}
