using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>The approver confirms what was said by telephone.</summary>
public sealed class ConfirmTelephoneApproval(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, GivenApprovalId id, CancellationToken cancel)
    {
        GivenApproval approval = await db.GivenApprovals.SingleOrDefaultAsync(a => a.Id == id && a.Person == actor.Person, cancel) ?? throw new NotFound("The approval");
        approval.Confirm(actor, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
