using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Begins the next round of negotiation and tells everybody its agenda and the time each will have.</summary>
public sealed class BeginRound(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string agenda, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        DateTimeOffset now = clock.GetUtcNow();
        NegotiationRound? last = await db.LastRound(tender.Id, ct);
        if (last is { EndedAt: null })
        {
            throw new RuleBroken("ROUND_RUNNING", $"Round {last.Number} is still running. End it first.", "A4-01");
        }

        NegotiationRound round = NegotiationRound.Begin(tender, (last?.Number ?? 0) + 1, agenda, now);
        db.Add(round);
        db.TellInvited(tender, $"Round {round.Number} of negotiation about {tender.Title}", $"Each supplier has {round.MinutesEach} minutes.\n\n{round.Agenda}", $"round/{round.Number}", now);
        await db.Save(actor, ct);
    }
}
