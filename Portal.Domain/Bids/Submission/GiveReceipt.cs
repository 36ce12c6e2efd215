using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Submission;

/// <summary>Writes out the receipt of a bid; the same bid always has the same receipt, signature included.</summary>
public sealed class GiveReceipt(PortalDb db, IKeyStore keys, LogSequencer sequencer)
{
    public async Task<Receipt> Execute(SealedBid bid, CancellationToken ct)
    {
        long index = await LogIndex(bid, ct);
        string bidder = await db.Organisations.Where(o => o.Id == bid.Bidder).Select(o => o.Code).SingleAsync(ct);
        Receipt receipt = new(
            bid.TenderRef,
            bid.LotNumber,
            bidder,
            bid.Id.Value.ToString(),
            bid.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            LondonTime.ToTheSecond(bid.ReceivedAt),
            SealDraft.FilesOf(bid, keys),
            bid.ManifestSha256,
            index,
            "");
        return receipt.SignedBy(sequencer.Signer);
    }

    private async Task<long> LogIndex(SealedBid bid, CancellationToken ct)
    {
        // One of the two, for ever: an admitted late bid was late all the same.
        string[] action = ["bid.late", "bid.submitted"];
        long? index = await db.LogEntries.Where(e => e.Subject == bid.Subject && action.Contains(e.Action)).Select(e => e.Index).SingleAsync(ct);
        if (index is null)
        {
            await sequencer.NumberPending(ct);
            index = await db.LogEntries.Where(e => e.Subject == bid.Subject && action.Contains(e.Action)).Select(e => e.Index).SingleAsync(ct);
        }

        return index ?? throw new InvalidOperationException("The submission is not numbered in the log yet.");
    }
}
