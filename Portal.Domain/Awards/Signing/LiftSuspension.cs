using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>Legal records that the suspension of signature has ended.</summary>
public sealed class LiftSuspension(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(actor, reference, stop);
        Award award = await db.AwardOf(tender.Id, stop) ?? throw new NotFound("That award");
        award.LiftSuspension(tender, reason, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
