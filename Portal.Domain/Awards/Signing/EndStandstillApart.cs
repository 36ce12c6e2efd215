using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>The portal notes that the standstill of an award of lots apart is over, so that its contracts may be signed (A10-07).</summary>
public sealed class EndStandstillApart(PortalDb db, TimeProvider clock)
{
    public async Task Execute(AwardRef which, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(Actor.Portal, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        award.EndStandstill(tender, clock.GetUtcNow());
        await db.Save(Actor.Portal, stop);
    }
}
