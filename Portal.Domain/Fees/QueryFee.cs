using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Fees;

/// <summary>Somebody who may sign asks a question first.</summary>
public sealed class QueryFee(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string question, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        fee.Query((await db.ActingOn(actor, LondonTime.DateOf(now), cancel)).For(fee.Weekly, "week"), question, now);
        await db.Save(actor, cancel);
    }
}
