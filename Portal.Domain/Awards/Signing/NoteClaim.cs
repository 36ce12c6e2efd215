using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>Legal notes that the authority was told of a claim, at the minute it was told (A10-11).</summary>
public sealed class NoteClaim(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, string claimant, string details, DateTimeOffset? told, CourtProceedings? issued, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal, Role.Commissioner, Role.RccCommissioner);
        Tender tender = await db.LoadTender(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        DateTimeOffset now = clock.GetUtcNow();
        award.NoteClaim(tender, claimant, details, told ?? now, issued, now);
        await db.Save(actor, stop);
    }
}
