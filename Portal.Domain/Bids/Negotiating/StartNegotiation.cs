using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Begins to negotiate with everybody who sent an initial tender; who was invited and sent none is out (A4-01).</summary>
public sealed class StartNegotiation(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        DateTimeOffset now = clock.GetUtcNow();
        HashSet<OrganisationId> tendered = [.. (await db.OpenedBidsOf(tender.Id, ct)).Select(b => b.Bidder)];
        if (tender is { Plan: not null, Stage: TenderStage.Opened, IsFinalRound: false })
        {
            if (!tender.Invited.Any(tendered.Contains))
            {
                throw new RuleBroken("NOTHING_TO_NEGOTIATE", "No supplier with a tender is left to negotiate with. End the procurement with its reason (UK12).", "A4-01");
            }

            foreach (OrganisationId silent in tender.Invited.Where(s => !tendered.Contains(s)).ToList())
            {
                tender.Leave(silent, "Sent no initial tender.", now);
            }
        }

        tender.StartNegotiating(now);
        db.TellInvited(tender, $"Negotiation about {tender.Title} begins", "Your initial tender has been opened. The buyer will offer every supplier the same time.", "negotiation", now);
        await db.Save(actor, ct);
    }
}
