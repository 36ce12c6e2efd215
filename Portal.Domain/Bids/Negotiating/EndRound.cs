using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Ends the running round, once everybody who is left has been met.</summary>
public sealed class EndRound(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        NegotiationRound round = await db.LastRound(tender.Id, ct) ?? throw new NotFound("A round of negotiation");
        round.End(tender, clock.GetUtcNow());
        await db.Save(actor, ct);
    }
}
