using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Outages;

/// <summary>Looks, once the deadline has come, whether the portal was unavailable in the hour before it, and if so proposes more time for all. It decides nothing (D1-11).</summary>
public sealed class ProposeExtension(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(id, stop);
        if (tender is not { Stage: TenderStage.Open or TenderStage.Closed, ClosesAt: { } deadline } || await db.ExtensionProposals.AnyAsync(p => p.Tender == id && p.Deadline == deadline, stop))
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<Outage> outages = Outage.Before(deadline, await Signs(deadline, stop), now);
        if (outages.Count == 0)
        {
            return;
        }

        var proposal = ExtensionProposal.Make(tender, outages, now);
        db.Add(proposal);
        string body = $"Nobody could use the portal for {Math.Ceiling(proposal.Lost.TotalMinutes):0} minutes of the hour before {LondonTime.ForPeople(deadline)}. Decide whether everybody gets more time. The bids stay sealed until you have.";
        db.AddRange(new[] { Role.Commissioner, Role.RccCommissioner }.Select(role => Message.ToOrganisation(
            tender.Buyer, role, $"Tender {tender.Ref}: the portal was unavailable before the deadline", body, $"/tenders/{tender.Ref}/extension", now, $"extension/{proposal.Id.Value}/{role}")));
        await db.Save(Actor.Portal, stop);
    }

    // The last sign before the hour, those in it, and the first after the deadline.
    private async Task<List<DateTimeOffset>> Signs(DateTimeOffset deadline, CancellationToken stop)
    {
        DateTimeOffset opens = deadline - Outage.Window;
        List<DateTimeOffset> signs = await db.Heartbeats.Where(b => b.At > opens && b.At <= deadline).Select(b => b.At).ToListAsync(stop);
        signs.AddRange(await db.Heartbeats.Where(b => b.At <= opens).OrderByDescending(b => b.At).Select(b => b.At).Take(1).ToListAsync(stop));
        signs.AddRange(await db.Heartbeats.Where(b => b.At > deadline).OrderBy(b => b.At).Select(b => b.At).Take(1).ToListAsync(stop));
        return signs;
    }
}
