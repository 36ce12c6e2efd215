using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Records the authority's own decision to procure.</summary>
public sealed class RecordApproval(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, ApprovalToProcure approval, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.RecordApproval(approval);
        await db.Save(actor, stop);
    }
}
