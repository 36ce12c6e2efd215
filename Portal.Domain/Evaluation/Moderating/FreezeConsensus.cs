using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>Freezes the agreed scores of every lot; only then may prices be opened (C1-10, C2-03).</summary>
public sealed class FreezeConsensus(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, reference, stop);
        if (!tender.HasOnTeam(actor.Person, TeamPart.Moderator))
        {
            throw new NotAllowed("Only the moderator of this tender freezes the agreed scores.");
        }

        List<Moderation> moderations = await db.Moderations.Include(m => m.Consensus).Where(m => m.Tender == tender.Id).ToListAsync(stop);
        foreach (Moderation moderation in moderations)
        {
            Lot lot = tender.Lots.First(l => l.Id == moderation.Lot);
            SubmissionId[] bids = [.. (await db.BidsToAssess(tender.Id, lot.Id, stop)).Select(b => b.Id)];
            moderation.Freeze(tender, lot, bids, clock.GetUtcNow());
        }

        tender.StartPricing(clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
