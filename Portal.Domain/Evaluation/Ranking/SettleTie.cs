using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Legal settles a tie that the published ladder leaves to a person.</summary>
public sealed class SettleTie(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string label, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(actor, reference, stop);
        LotId lot = tender.LotNumbered(lotNumber).Id;
        LotRanking ranking = await db.LotRankings.Include(r => r.Rows).Where(r => r.Tender == tender.Id && r.Lot == lot).OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop)
            ?? throw new NotFound("That ranking");
        ranking.SettleTie(tender, label, reason);
        await db.Save(actor, stop);
    }
}
