using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Records a supplier's meeting; what it was told goes to everybody who is left at the same moment.</summary>
public sealed class HoldMeeting(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, Meeting meeting, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        NegotiationRound round = await db.LastRound(tender.Id, ct) ?? throw new NotFound("A round of negotiation");
        DateTimeOffset now = clock.GetUtcNow();
        round.Hold(tender, meeting, now);
        if (meeting.Told.Length > 0)
        {
            db.TellInvited(tender, $"To every supplier: {tender.Title}", round.Shared[^1].Words, $"round/{round.Number}/shared/{round.Shared.Count}", now);
        }

        await db.Save(actor, ct);
    }
}
