using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>The commissioner gives an award of lots apart up before their bidders are told: the lots are awarded with the others after all, and all are recommended anew.</summary>
public sealed class GiveUpLotsApart(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        DateTimeOffset now = clock.GetUtcNow();
        string[] lots = [.. tender.LotsOfPart(which.Part).Select(l => l.Number)];
        (await db.AwardOf(tender.Id, stop))?.TakeIn(lots, now);
        award.GiveUp(tender, reason, now);
        await db.Save(actor, stop);
    }
}
