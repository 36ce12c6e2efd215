using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Kernel;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Takes a bid back before the deadline; it stays sealed and is never opened (D1-06).</summary>
public sealed class WithdrawBid(PortalDb db, ReceiptDesk desk, LogSequencer sequencer)
{
    public async Task Execute(Actor by, string reference, string lotNumber, CancellationToken ct)
    {
        (Tender tender, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        using ReceiptDesk.Reception reception = desk.Receive(tender.Id);
        using IDisposable turn = await desk.Turn(lot.Id, by.Organisation, ct);
        SealedBid bid = await db.SealedBids.SingleOrDefaultAsync(b => b.Lot == lot.Id && b.Bidder == by.Organisation && b.Status == SealedBidStatus.InTime, ct)
            ?? throw new NotFound("A submitted bid for this lot");
        await db.Entry(tender).ReloadAsync(ct);
        if (!tender.TakesBids(reception.At))
        {
            throw new RuleBroken("DEADLINE_PASSED", "A bid can be withdrawn before the deadline only. Write to the buyer if you do not stand by it.", "D1-06");
        }

        bid.Withdraw(reception.At);
        await db.Save(by, CancellationToken.None);
        await sequencer.NumberPending(CancellationToken.None);
    }
}
