using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>Ends the negotiation and asks everybody who is left for a final tender by the same time; only final tenders are assessed.</summary>
public sealed class InviteFinalTenders(PortalDb db, TimeProvider clock)
{
    /// <param name="whyOnlyOne">Needed when a single supplier is left.</param>
    public async Task Execute(Actor actor, string tenderRef, DateTimeOffset closesAt, string whyOnlyOne, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, ct);
        if (tender.Stage == TenderStage.Negotiating && await db.LastRound(tender.Id, ct) is not { EndedAt: not null })
        {
            throw new RuleBroken("ROUND_RUNNING", "Hold and end a round of negotiation first, so that everybody has had the same time.", "A5-01");
        }

        DateTimeOffset now = clock.GetUtcNow();
        tender.InviteFinalTenders(closesAt, whyOnlyOne, now);
        db.TellInvited(tender, $"Send your final tender for {tender.Title}", $"Final tenders close {LondonTime.ForPeople(closesAt)}, for everybody. Only your final tender is assessed; your initial tender is not.", "final", now);
        await db.Save(actor, ct);
    }
}
