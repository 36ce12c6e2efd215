using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Delivering;

/// <summary>A commissioner of the buyer settled with the platform why a notice was rejected and has it sent again.</summary>
public sealed class SendNoticeAgain(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string releaseId, string reason, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Notice notice = await db.Notices.SingleOrDefaultAsync(n => n.TenderRef == tenderRef && n.ReleaseId == releaseId && n.Buyer == actor.Organisation, cancellation)
            ?? throw new NotFound($"Notice {releaseId}");
        notice.SendAgain(reason, clock.GetUtcNow());
        await db.Save(actor, cancellation);
    }
}
