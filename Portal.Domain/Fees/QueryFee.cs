using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Somebody who may sign asks a question first.</summary>
public sealed class QueryFee(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string question, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        fee.Query(actor, question, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
