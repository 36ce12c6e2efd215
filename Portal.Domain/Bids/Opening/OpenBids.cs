using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Opens every bid that was in time, and any late one that legal admitted, of all lots, in one act: waits for what is still being received, joins the shares, opens the envelopes, checks the commitments, writes the record.</summary>
public sealed class OpenBids(PortalDb db, OpenEnvelopes envelopes, ReceiptDesk desk, OpeningTable table, LogSequencer sequencer, IKeyStore keys)
{
    internal async Task<OpeningRecord> Execute(Actor actor, Tender tender, TenderSeal seal, IReadOnlyList<(Present Who, Share? Share)> present, CancellationToken ct)
    {
        await desk.Drain(tender.Id);
        DateTimeOffset now = present.Max(p => p.Who.At);
        List<SealedBid> bids = await db.SealedBids.Where(b => b.Tender == tender.Id && (b.Status == SealedBidStatus.InTime || b.Status == SealedBidStatus.LateAdmitted)).OrderBy(b => b.Id).ToListAsync(ct);
        (List<OpenedBid> opened, List<Unopened> failures) = await OpenAll(seal, present, bids, now, ct);
        if (tender.Stage == TenderStage.Open)
        {
            tender.Close(now);
        }

        tender.RecordOpening(now);
        OpeningRecord record = OpeningRecord.Write(tender, seal.IsDealt, [.. present.Select(p => p.Who)], opened, failures, now);
        record.CountLate(await db.SealedBids.CountAsync(b => b.Tender == tender.Id && (b.Status == SealedBidStatus.Late || b.Status == SealedBidStatus.LateRefused), ct));
        db.AddRange(opened);
        db.Add(record);
        await db.Save(actor, CancellationToken.None);
        table.Clear(tender.Id);
        await sequencer.NumberPending(CancellationToken.None);
        return record;
    }

    private async Task<(List<OpenedBid> Opened, List<Unopened> Failures)> OpenAll(TenderSeal seal, IReadOnlyList<(Present Who, Share? Share)> present, List<SealedBid> bids, DateTimeOffset now, CancellationToken ct)
    {
        IReadOnlyDictionary<Guid, ECDiffieHellman> lotKeys = seal.Open([.. present.Select(p => p.Share).OfType<Share>()], keys);
        IReadOnlyDictionary<OrganisationId, string> aliases = Aliases.Of(seal.Tender, bids.Select(b => b.Bidder));
        List<OpenedBid> opened = [];
        List<Unopened> failures = [];
        foreach (SealedBid bid in bids)
        {
            try
            {
                (OpenedQuality quality, BidContent prices) = await envelopes.Open(bid, lotKeys[bid.Lot.Value], ct);
                opened.Add(OpenedBid.From(bid, aliases[bid.Bidder], quality, prices, keys, now));
                bid.MarkOpened(now);
            }
            catch (Exception broken) when (broken is CryptographicException or FormatException)
            {
                failures.Add(new Unopened(bid.Id.Value, bid.LotNumber, broken.Message));
                bid.NoteUnreadable(broken.Message);
            }
        }

        foreach (ECDiffieHellman key in lotKeys.Values)
        {
            key.Dispose();
        }

        return (opened, failures);
    }
}
