using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>The bidder says that a bid sent in before a change of the tender stands as it is (A7-04); it stays sealed.</summary>
public sealed class ConfirmBid(PortalDb db, ReceiptDesk desk, LogSequencer sequencer)
{
    public async Task Execute(Actor by, string reference, string lotNumber, CancellationToken ct)
    {
        (Tender tender, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        tender.MustGoOn(lot);
        using ReceiptDesk.Reception reception = desk.Receive(tender.Id);
        using IDisposable turn = await desk.Turn(lot.Id, by.Organisation, ct);
        SealedBid bid = await db.SealedBids.SingleOrDefaultAsync(b => b.Lot == lot.Id && b.Bidder == by.Organisation && b.Status == SealedBidStatus.InTime, ct)
            ?? throw new NotFound("A submitted bid for this lot");
        await db.Entry(tender).ReloadAsync(ct);
        if (!tender.TakesBids(reception.At))
        {
            throw new RuleBroken("DEADLINE_PASSED", "A bid can be confirmed before the deadline only.", "A7-04");
        }

        bid.Confirm(tender, reception.At);
        await db.Save(by, CancellationToken.None);
        await sequencer.NumberPending(CancellationToken.None);
    }
}
