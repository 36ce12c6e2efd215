using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>A person with delegated authority decides the award.</summary>
public sealed class DecideAward(PortalDb db, CheckEqualTreatment check, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, which.Tender, stop);
        tender.MustBeCompeted();
        DelegatedAuthority.MustCover(actor, tender.NetValue);
        Award award = await db.AwardOf(tender.Id, which.Part, stop) ?? throw new RuleBroken("NOT_RECOMMENDED", "The award has not been recommended yet.", "A10-01");
        CheckedFinding.MustBeClear(CheckedFinding.Of(await check.Execute(tender, stop), [.. tender.LotsOfPart(which.Part).Select(l => l.Number)]));
        award.MustRestOn(Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, stop)));
        award.Decide(tender, reason, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
