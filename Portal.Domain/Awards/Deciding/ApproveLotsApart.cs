using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>Records the authority's own decision that allows an award of lots apart; its contracts are signed only when that has taken effect.</summary>
public sealed class ApproveLotsApart(PortalDb db)
{
    public async Task Execute(Actor actor, AwardRef which, ApprovalToAward approval, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        award.Approve(tender, approval);
        await db.Save(actor, stop);
    }
}
