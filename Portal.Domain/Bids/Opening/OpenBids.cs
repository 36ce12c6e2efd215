using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Opens the qualification and quality envelopes of every bid that was in time, and of any late one that legal admitted, of all lots, in one act: waits for what is still being received, joins the shares, opens, checks the commitments, writes the record. Prices stay sealed (C2-03).</summary>
public sealed class OpenBids(PortalDb db, OpenEnvelopes envelopes, ReceiptDesk desk, LogSequencer sequencer, IKeyStore keys)
{
    internal async Task<OpeningRecord> Open(Actor actor, Tender tender, TenderSeal seal, IReadOnlyList<Present> present, IReadOnlyList<Share> shares, CancellationToken ct)
    {
        await desk.Drain(tender.Id);
        DateTimeOffset now = present.Max(p => p.At);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct);
        await Shut(actor, tender, now);
        List<SealedBid> bids = await db.SealedBids.Where(b => b.Tender == tender.Id && b.Round == tender.Round && (b.Status == SealedBidStatus.InTime || b.Status == SealedBidStatus.LateAdmitted)).OrderBy(b => b.Id).ToListAsync(ct);
        HashSet<LotId> ended = [.. tender.LotsEnded.Select(l => l.Id)];
        List<Unopened> lapsed =
        [
            .. bids.Where(b => ended.Contains(b.Lot)).Select(b => new Unopened(b.Id.Value, b.LotNumber, "The lot ended without award before the opening; the bid stays sealed")),
            .. bids.Where(b => !ended.Contains(b.Lot) && !b.Stands(tender)).Select(b => b.Lapse(now)),
        ];
        (List<OpenedBid> opened, List<Unopened> failures) = await OpenAll(seal, shares, [.. bids.Where(b => !ended.Contains(b.Lot) && b.Status != SealedBidStatus.Unconfirmed)], now, ct);
        OpeningRecord record = OpeningRecord.Write(OpeningAct.Bids, tender, seal.IsDealt, present, opened, [.. lapsed, .. failures], now);
        record.CountLate(await db.SealedBids.CountAsync(b => b.Tender == tender.Id && b.Round == tender.Round && (b.Status == SealedBidStatus.Late || b.Status == SealedBidStatus.LateRefused), ct));
        db.AddRange(opened);
        db.Add(record);
        db.RemoveRange(await db.OpeningSeats.Where(s => s.Tender == tender.Id).ToListAsync(ct));
        await db.Save(actor, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        await sequencer.NumberPending(CancellationToken.None);
        return record;
    }

    // Written before the bids are read: from here on no server can put another bid of this tender among those in time (TenderBox).
    private async Task Shut(Actor actor, Tender tender, DateTimeOffset now)
    {
        if (tender.Stage == TenderStage.Open)
        {
            tender.Close(now);
        }

        tender.RecordOpening(now);
        await db.Save(actor, CancellationToken.None);
    }

    private async Task<(List<OpenedBid> Opened, List<Unopened> Failures)> OpenAll(TenderSeal seal, IReadOnlyList<Share> shares, List<SealedBid> bids, DateTimeOffset now, CancellationToken ct)
    {
        using OpenedKeys pairs = seal.Open(OpeningAct.Bids, shares, keys);
        IReadOnlyDictionary<OrganisationId, string> aliases = Aliases.Of(seal.Tender, bids.Select(b => b.Bidder));
        List<OpenedBid> opened = [];
        List<Unopened> failures = [];
        foreach (SealedBid bid in bids)
        {
            try
            {
                opened.Add(OpenedBid.From(bid, aliases[bid.Bidder], await envelopes.OpenQuality(bid, pairs, ct), keys, now));
                bid.MarkOpened(now);
            }
            catch (Exception broken) when (broken is CryptographicException or FormatException)
            {
                failures.Add(new Unopened(bid.Id.Value, bid.LotNumber, broken.Message));
                bid.NoteUnreadable(broken.Message);
            }
        }

        return (opened, failures);
    }
}
