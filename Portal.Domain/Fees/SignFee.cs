using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Fees;

/// <summary>Somebody signs a fee in a role that still has to sign.</summary>
public sealed class SignFee(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string? comment, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        fee.Sign((await db.ActingOn(actor, LondonTime.DateOf(now), cancel)).For(fee.Weekly, "week"), comment, now);
        await db.Save(actor, cancel);
    }
}
