using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>Legal records how one claim ended, or that the court lifted its suspension (A10-11).</summary>
public sealed class EndClaim(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, int number, ClaimEnding ending, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        award.EndClaim(tender, number, ending with { ByName = actor.Name }, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
