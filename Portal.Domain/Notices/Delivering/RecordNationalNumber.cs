using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Delivering;

/// <summary>A commissioner of the buyer records what the national platform called a notice that was entered there by hand.</summary>
public sealed class RecordNationalNumber(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string releaseId, string number, string? ocid, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Notice notice = await db.Notices.SingleOrDefaultAsync(n => n.TenderRef == tenderRef && n.ReleaseId == releaseId && n.Buyer == actor.Organisation, cancellation)
            ?? throw new NotFound($"Notice {releaseId}");
        notice.RecordNationalNumber(number.Trim(), string.IsNullOrWhiteSpace(ocid) ? null : ocid.Trim(), clock.GetUtcNow());
        await db.TellDirectAward(notice, clock.GetUtcNow(), cancellation);
        await db.TellAward(notice, clock.GetUtcNow(), cancellation);
        await db.Save(actor, cancellation);
    }
}
