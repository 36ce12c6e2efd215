using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Interest;

/// <summary>A provider says that it will not bid, and why; it may change the reason until the deadline.</summary>
public sealed class DeclineTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string reason, CancellationToken stop)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        if (!tender.TakesBids(now))
        {
            throw new RuleBroken("DEADLINE_PASSED", $"Tender {tenderRef} is closed, so there is nothing to decline any more.");
        }

        if (await db.DeclinedTenders.SingleOrDefaultAsync(d => d.Tender == tender.Id && d.Provider == actor.Organisation, stop) is { } earlier)
        {
            earlier.Say(reason, tender, now);
        }
        else
        {
            db.Add(DeclinedTender.Because(reason, tender, actor, now));
        }

        await db.Save(actor, stop);
    }
}
