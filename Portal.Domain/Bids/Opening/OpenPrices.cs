using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>The second act: when quality is agreed and frozen, opens the price envelope of every opened bid under shares of its own, checks the commitments and writes a record of its own (C2-03). A bid whose price envelope cannot be read stands without prices.</summary>
public sealed class OpenPrices(PortalDb db, LogSequencer sequencer, IKeyStore keys)
{
    internal async Task<OpeningRecord> Open(Actor actor, Tender tender, TenderSeal seal, IReadOnlyList<Present> present, IReadOnlyList<Share> shares, CancellationToken ct)
    {
        DateTimeOffset now = present.Max(p => p.At);
        LotId[] ended = [.. tender.LotsEnded.Select(l => l.Id)];
        List<OpenedBid> bids = await db.OpenedBids.Where(b => b.Tender == tender.Id && b.Round == tender.Round && !ended.Contains(b.Lot)).OrderBy(b => b.Id).ToListAsync(ct);
        Dictionary<SubmissionId, SealedBid> boxed = await db.SealedBids.AsNoTracking().Where(b => b.Tender == tender.Id && b.Round == tender.Round && b.Status == SealedBidStatus.Opened).ToDictionaryAsync(b => b.Id, ct);
        List<Unopened> failures = [];
        using (OpenedKeys pairs = seal.Open(OpeningAct.Prices, shares, keys))
        {
            failures.AddRange(bids.Where(b => !b.HasPrices).Select(b => Open(b, boxed[b.Id], pairs, now)).OfType<Unopened>());
        }

        seal.NotePrices(now);
        HashSet<Guid> failed = [.. failures.Select(f => f.Submission)];
        OpeningRecord record = OpeningRecord.Write(OpeningAct.Prices, tender, seal.IsDealt, present, [.. bids.Where(b => !failed.Contains(b.Id.Value))], failures, now);
        db.Add(record);
        db.RemoveRange(await db.OpeningSeats.Where(s => s.Tender == tender.Id).ToListAsync(ct));
        await db.Save(actor, CancellationToken.None);
        await sequencer.NumberPending(CancellationToken.None);
        return record;
    }

    private Unopened? Open(OpenedBid bid, SealedBid boxed, OpenedKeys pairs, DateTimeOffset now)
    {
        try
        {
            bid.KeepPrices(OpenEnvelopes.OpenPrices(boxed, pairs), keys, now);
            return null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            bid.StandWithoutPrices(broken.Message, keys, now);
            return new Unopened(bid.Id.Value, bid.LotNumber, broken.Message);
        }
    }
}
