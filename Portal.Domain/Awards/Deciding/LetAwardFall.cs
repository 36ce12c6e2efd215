using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>A winner fell away after the letters: the commissioner takes the award back to be recommended on the next in the ranking.</summary>
public sealed class LetAwardFall(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        Award award = await db.AwardOf(tender.Id, stop) ?? throw new NotFound("That award");
        award.FallThrough(tender, reason, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
