using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Somebody signs a fee in a role that still has to sign.</summary>
public sealed class SignFee(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string? comment, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        fee.Sign(actor, comment, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
