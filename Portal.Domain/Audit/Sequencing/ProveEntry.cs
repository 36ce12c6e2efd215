using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>Makes the offline proof that an entry stands in the log: its index, inclusion hashes, a signed checkpoint and the entry itself.</summary>
public sealed class ProveEntry(PortalDb db, LogSequencer sequencer)
{
    public async Task<TlogProof> Execute(long index, CancellationToken ct)
    {
        string entry = await db.LogEntries.Where(e => e.Index == index).Select(e => e.EntryJson).SingleOrDefaultAsync(ct) ?? throw new NotFound($"Log entry {index}");
        string note = await db.LogCheckpoints.Where(c => c.Size > index).OrderBy(c => c.Size).Select(c => c.Note).FirstOrDefaultAsync(ct)
            ?? await sequencer.Checkpoint(publish: false, ct);
        IReadOnlyList<byte[]> hashes = await db.LogTree().InclusionProof(index, Checkpoint.Parse(note).Size, ct);
        return new TlogProof(index, hashes, note, Encoding.UTF8.GetBytes(entry));
    }
}
