using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>A person with delegated authority decides the award.</summary>
public sealed class DecideAward(PortalDb db, CheckEqualTreatment check, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, reference, stop);
        tender.MustBeCompeted();
        DelegatedAuthority.MustCover(actor, tender.NetValue);
        Award award = await db.AwardOf(tender.Id, stop) ?? throw new RuleBroken("NOT_RECOMMENDED", "The award has not been recommended yet.", "A10-01");
        CheckedFinding.MustBeClear(await check.Execute(tender, stop));
        award.MustRestOn(await db.RankingsOf(tender.Id, stop));
        award.Decide(tender, reason, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
