using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Replaces the documents and declarations that a bid for the lot needs.</summary>
public sealed class SetEvidence(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, IReadOnlyList<RequiredDocument> documents, IReadOnlyList<Declaration> declarations, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ChangeLot(lot, "evidence", l => l.Require(documents, declarations));
        await db.Save(actor, stop);
    }
}
