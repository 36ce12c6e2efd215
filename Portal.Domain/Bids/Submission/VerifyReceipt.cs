using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Domain.Bids.Submission;

/// <summary>One thing that was checked about a receipt.</summary>
public sealed record ReceiptCheck(string Check, bool Passed, string Text);

/// <summary>Checks a receipt for anybody who holds one: its signature, its entry in the log, and that the entry says the same.</summary>
public sealed class VerifyReceipt(PortalDb db, LogSequencer sequencer)
{
    public async Task<IReadOnlyList<ReceiptCheck>> Execute(JsonObject receipt, CancellationToken ct)
    {
        ReceiptCheck signature = Signature(receipt);
        long? index = Text(receipt, "logIndex") is { } number && long.TryParse(number, out long parsed) ? parsed : null;
        LogEntry? entry = index is null ? null : await db.LogEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Index == index, ct);
        return [signature, Entry(receipt, entry), await Included(entry, ct)];
    }

    private static string? Text(JsonObject receipt, string name) => receipt[name] is JsonValue value ? value.ToString() : null;

    private static ReceiptCheck Entry(JsonObject receipt, LogEntry? entry)
    {
        string subject = $"bid/{Text(receipt, "tender")}/{Text(receipt, "lot")}/{Text(receipt, "submission")}";
        bool same = entry is not null && entry.Subject == subject && entry.Action is "bid.submitted" or "bid.late";
        return new ReceiptCheck("entry", same, same ? "The log's entry at that index is about this submission." : "The log has no entry about this submission at that index.");
    }

    private ReceiptCheck Signature(JsonObject receipt)
    {
        byte[] mark = new byte[Ed25519.SignatureSize];
        bool good = Text(receipt, "signature") is { } text && Convert.TryFromBase64String(text, mark, out int written) && written == mark.Length
            && Ed25519.Verify(sequencer.Signer.Key.PublicKey, Receipt.SignedBytes(receipt), mark);
        return new ReceiptCheck("signature", good, good ? "The receipt was signed by this portal and not changed since." : "The signature does not belong to this receipt: it was changed, or another portal made it.");
    }

    private async Task<ReceiptCheck> Included(LogEntry? entry, CancellationToken ct)
    {
        if (entry?.Index is not { } index)
        {
            return new ReceiptCheck("inclusion", false, "There is no log entry to prove.");
        }

        TlogProof proof = await new ProveEntry(db, sequencer).Execute(index, ct);
        Checkpoint checkpoint = Checkpoint.Parse(proof.SignedCheckpoint);
        bool included = ProofVerifier.Includes(checkpoint.Root, checkpoint.Size, index, MerkleHash.Leaf(proof.Extra), proof.Hashes);
        return new ReceiptCheck("inclusion", included, included ? "The entry leads to the log's signed checkpoint." : "The entry does not lead to the log's signed checkpoint.");
    }
}
