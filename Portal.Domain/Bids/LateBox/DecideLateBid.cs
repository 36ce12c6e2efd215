using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.LateBox;

/// <summary>Legal admits a late bid, so that it is opened with the rest, or refuses it for good. Only before the opening; the decision and its reasons stand in the log, and the bidder is told.</summary>
public sealed class DecideLateBid(PortalDb db, ReceiptDesk desk, TimeProvider clock)
{
    private const int MostTold = 3500;

    public async Task Execute(Actor by, string reference, SubmissionId submission, LateVerdict verdict, CancellationToken ct)
    {
        by.MustBe(Role.Legal);
        Tender tender = await db.LoadTender(by, reference, ct);
        MustRun(by, tender);
        using ReceiptDesk.Reception barrier = desk.Receive(tender.Id);
        await db.Entry(tender).ReloadAsync(ct);
        if (tender.Stage is not (TenderStage.Open or TenderStage.Closed))
        {
            throw new RuleBroken("OPENED_ALREADY", "The other bids have been opened or the procurement has ended: a late bid can no longer be admitted or refused.", "A7-05");
        }

        SealedBid bid = await db.SealedBids.SingleOrDefaultAsync(b => b.Id == submission && b.Tender == tender.Id, ct) ?? throw new NotFound("That late bid");
        LateDecision decision = LateDecision.Take(bid, by, verdict, clock.GetUtcNow());
        if (verdict.Admit)
        {
            await MustHaveNoOther(bid, ct);
        }

        bid.SettleLate(verdict.Admit);
        db.Add(decision);
        db.Add(ToBidder(bid, decision));
        await db.Save(by, ct);
    }

    private static void MustRun(Actor by, Tender tender)
    {
        if (tender.Buyer != by.Organisation)
        {
            throw new NotAllowed("Only the buyer's own legal officers decide on late bids.");
        }
    }

    private static Message ToBidder(SealedBid bid, LateDecision decision) => Message.ToOrganisation(
        bid.Bidder,
        Role.ProviderBidder,
        decision.Admitted ? $"Your late bid for lot {bid.LotNumber} of {bid.TenderRef} is admitted" : $"Your late bid for lot {bid.LotNumber} of {bid.TenderRef} is not admitted",
        decision.Reasons.Length <= MostTold ? decision.Reasons : decision.Reasons[..MostTold] + "…",
        $"/tenders/{bid.TenderRef}/bids/{bid.LotNumber}/receipt",
        decision.At,
        $"lateBid/{bid.Id.Value}");

    private async Task MustHaveNoOther(SealedBid bid, CancellationToken ct)
    {
        if (await db.SealedBids.AnyAsync(b => b.Lot == bid.Lot && b.Bidder == bid.Bidder && (b.Status == SealedBidStatus.InTime || b.Status == SealedBidStatus.LateAdmitted), ct))
        {
            throw new RuleBroken("BID_IN_TIME", "This bidder has another bid for the lot that counts. A late one does not take its place.", "D1-06");
        }
    }
}
