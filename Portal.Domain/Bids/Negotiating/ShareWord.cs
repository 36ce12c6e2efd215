using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Tells everybody who is left the same, in the running round.</summary>
public sealed class ShareWord(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string words, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        NegotiationRound round = await db.LastRound(tender.Id, ct) ?? throw new NotFound("A round of negotiation");
        DateTimeOffset now = clock.GetUtcNow();
        round.Share(words, now);
        db.TellInvited(tender, $"To every supplier: {tender.Title}", round.Shared[^1].Words, $"round/{round.Number}/shared/{round.Shared.Count}", now);
        await db.Save(actor, ct);
    }
}
