using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;

namespace Portal.Domain.Bids.Submission;

/// <summary>The box that sealed bids are put into: judges the stamp, and in one transaction keeps the bid, forgets the draft and its keys, and remembers the caller's key. Whatever server puts a bid in, none stamped in time can slip in behind an opening. The commit waits for the disk together with the numbering of the log (<see cref="SharedNumbering"/>).</summary>
public sealed class TenderBox(PortalDb db, SealDraft sealing, ReceiptDesk desk, NoteClockJumps jumps, TimeProvider clock)
{
    /// <summary>Two servers' clocks, or a clock and its correction, may differ by so much without it being said to have gone back.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    /// <summary>The instant of receipt, never behind what this tender has been given before (a clock that was put back, a restart, another server), and whether it is after the deadline.</summary>
    internal async Task<Stamp> Judge(Tender tender, ReceiptDesk.Reception reception, CancellationToken ct)
    {
        await jumps.Execute(ct);
        DateTimeOffset? last = await db.SealedBids.Where(b => b.Tender == tender.Id).OrderByDescending(b => b.ReceivedAt).Select(b => (DateTimeOffset?)b.ReceivedAt).FirstOrDefaultAsync(ct);
        TimeSpan back = last - reception.At ?? TimeSpan.Zero;
        DateTimeOffset at = back > ClockTolerance ? last!.Value : reception.At;
        if (at - clock.GetUtcNow() > ClockTolerance)
        {
            db.Note(Actor.Portal, "clock.wentBack", tender.Subject, new { clock = clock.GetUtcNow(), receivedAt = at }, clock.GetUtcNow());
        }

        return new Stamp(at, Late: tender.Stage is not (TenderStage.Open or TenderStage.Closed) || !(at <= tender.ClosesAt));
    }

    internal async Task<SealedBid> Put(Actor by, Sealing sealedDraft, Stamp stamp, Repetition repetition)
    {
        using IDisposable turn = await desk.BoxTurn();
        db.CommitsWithTheLog = true;
        try
        {
            return await PutIn(by, sealedDraft, stamp, repetition);
        }
        finally
        {
            db.CommitsWithTheLog = false;
        }
    }

    private async Task<SealedBid> PutIn(Actor by, Sealing sealedDraft, Stamp stamp, Repetition repetition)
    {
        CancellationToken never = CancellationToken.None;
        (SubmissionId id, Tender tender, Lot lot, ReadyDraft ready, SealedParts parts) = sealedDraft;
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(never);
        bool late = stamp.Late || !await StillOpen(tender, never);
        await MustGoOn(lot, never);
        SealedBid bid = SealedBid.Receive(id, tender, lot, by.Organisation, stamp with { Late = late }, parts);
        if (!late)
        {
            await Replace(bid, never);
        }

        await sealing.ForgetFileKeys(ready, never);
        db.Add(bid);
        db.Add(ReceiptMessage.Of(bid));
        db.Remove(ready.Draft);
        db.Add(new SubmissionKey(repetition.Client, repetition.Place, repetition.Key, repetition.BodySha256, id));
        await db.Save(by, never);
        await transaction.CommitAsync(never);
        return bid;
    }

    // Takes the tender's row for the rest of the transaction: an opening on another server comes wholly before or wholly after.
    private async Task<bool> StillOpen(Tender tender, CancellationToken ct) =>
        await db.Tenders.Where(t => t.Id == tender.Id && (t.Stage == TenderStage.Open || t.Stage == TenderStage.Closed))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Stage, t => t.Stage), ct) == 1;

    // The lot may have ended alone since the page was shown; the tender's row, taken above, lets nobody end it from here on.
    private async Task MustGoOn(Lot lot, CancellationToken ct)
    {
        if (await db.Set<Lot>().AnyAsync(l => l.Id == lot.Id && l.Ended != null, ct))
        {
            throw new RuleBroken("LOT_ENDED", $"Lot {lot.Number} has just ended without award, so it takes no bid any more.", "A11-11");
        }
    }

    private async Task Replace(SealedBid newer, CancellationToken ct)
    {
        SealedBid? older = await db.SealedBids.SingleOrDefaultAsync(b => b.Lot == newer.Lot && b.Bidder == newer.Bidder && b.Status == SealedBidStatus.InTime, ct);
        older?.ReplaceBy(newer.Id, newer.ReceivedAt);
    }

    /// <summary>A draft that has been sealed and is about to be put into the box.</summary>
    internal sealed record Sealing(SubmissionId Id, Tender Tender, Lot Lot, ReadyDraft Ready, SealedParts Parts);
}
