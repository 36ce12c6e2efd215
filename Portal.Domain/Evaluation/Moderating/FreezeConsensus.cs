using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>Freezes the agreed scores of every lot and tells the openers: only now may two of them open the prices (C1-10, C2-03).</summary>
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
        foreach ((Moderation moderation, Lot lot) in moderations.Select(m => (m, tender.Lots.First(l => l.Id == m.Lot))).Where(m => m.Item2.Ended is null))
        {
            SubmissionId[] bids = [.. (await db.BidsToAssess(tender.Id, lot.Id, stop)).Select(b => b.Id)];
            moderation.Freeze(tender, lot, bids, clock.GetUtcNow());
        }

        DateTimeOffset now = clock.GetUtcNow();
        tender.StartPricing(now);
        foreach (TeamMember opener in tender.Team.Where(m => m.Part == TeamPart.Opener))
        {
            db.Add(Message.ToPerson(opener.Person, $"Open the prices of tender {tender.Ref}", "The quality scores are agreed and frozen. Two of you open the price envelopes now; each needs the passphrase.", $"/tenders/{tender.Ref}/opening", now));
        }

        await db.Save(actor, stop);
    }
}
