using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Deciding;

/// <summary>Records the authority's own decision to award; the contract is signed only when it has taken effect.</summary>
public sealed class RecordAwardApproval(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, ApprovalToAward approval, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.RecordAwardApproval(approval);
        await db.Save(actor, stop);
    }
}
