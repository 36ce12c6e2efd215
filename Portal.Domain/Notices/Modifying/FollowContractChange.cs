using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Modifying;

/// <summary>Once a contract change notice (UK10) is published and its day has come, the framework's lead lets the value alerts measure against what the notices now come to (A8-12).</summary>
public sealed class FollowContractChange(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken cancel = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, cancel);
        Tender tender = await db.Tenders.Include(t => t.Lots).SingleOrDefaultAsync(t => t.Ref == framework.TenderRef, cancel)
            ?? throw new RuleBroken("NOT_TENDERED", "This framework was not tendered here, so no notice of the portal changes its value.", "A8-12");
        DateTimeOffset now = clock.GetUtcNow();
        if (PublishedChanges.CapBy(tender, await db.ChangesOf(framework, cancel), LondonTime.DateOf(now)) is not { } cap)
        {
            throw new RuleBroken("CHANGE_NOTICE", "No contract change notice (UK10) is published that has taken effect and names a new value of a lot whose value the tender estimated. Publish it first; the value follows it.", "A11-08");
        }

        db.ChangeCap(framework, actor, (cap.Value, cap.ReleaseId), now);
        await db.Save(actor, cancel);
    }
}
