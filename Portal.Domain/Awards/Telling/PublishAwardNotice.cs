using Portal.Domain.Evaluation;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>Publishes the award notice UK6 after the summaries; the standstill begins with its day (A10-06, A10-07). The notices room makes the notice from what happened.</summary>
public sealed class PublishAwardNotice(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, ContractDates dates, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        Award award = await db.AwardOf(tender.Id, which.Part, stop) ?? throw new RuleBroken("NOT_DECIDED", "The award has not been decided.", "A10-01");
        DateTimeOffset now = clock.GetUtcNow();
        if (!tender.IsDirect)
        {
            award.MustRestOn(Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, stop)));
        }

        award.SetContractDates(tender, dates, await db.StandingFor(tender, now, stop), now);
        award.PublishNotice(tender, now);
        award.BeginStandstill(tender, now);
        await db.Save(actor, stop);
    }
}
