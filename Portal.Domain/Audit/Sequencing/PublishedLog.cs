using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>The log as others read it: checkpoint, tiles and, for those who may, bundles of entries (c2sp.org/tlog-tiles).</summary>
public sealed class PublishedLog(PortalDb db, LogSequencer sequencer)
{
    /// <summary>The newest published checkpoint; the first is made when nobody made one yet.</summary>
    public async Task<string> Checkpoint(CancellationToken ct) =>
        await db.LogCheckpoints.AsNoTracking().Where(c => c.Published).OrderByDescending(c => c.Size).Select(c => c.Note).FirstOrDefaultAsync(ct)
        ?? await sequencer.Checkpoint(publish: true, ct);

    /// <summary>Null when the log has no such tile at that width.</summary>
    public async Task<byte[]?> Tile(TilePath path, CancellationToken ct)
    {
        if (path.Level == TilePath.Entries)
        {
            return await Bundle(path, ct);
        }

        byte[]? hashes = await db.LogTiles.AsNoTracking().Where(t => t.Level == path.Level && t.Index == path.Index).Select(t => t.Hashes).SingleOrDefaultAsync(ct);
        int wanted = path.Width * MerkleHash.Size;
        return hashes is null || hashes.Length < wanted ? null : hashes[..wanted];
    }

    /// <summary>Reads this log for the verifier, straight from the database.</summary>
    public ReadLogFile AsCopy() => async (name, ct) => name switch
    {
        "checkpoint" => Encoding.UTF8.GetBytes(await sequencer.Checkpoint(publish: false, ct)),
        "checkpoints" => await Earlier(ct),
        "key" => Encoding.UTF8.GetBytes(sequencer.Signer.Key.ToString()),
        _ when name.StartsWith("tile/", StringComparison.Ordinal) && TilePath.TryParse(name["tile/".Length..], out TilePath path) => await Tile(path, ct),
        _ => null,
    };

    private async Task<byte[]> Earlier(CancellationToken ct)
    {
        List<string> notes = await db.LogCheckpoints.AsNoTracking().OrderBy(c => c.Size).Select(c => c.Note).ToListAsync(ct);
        return Encoding.UTF8.GetBytes(string.Join("\n\n", notes));
    }

    private async Task<byte[]?> Bundle(TilePath path, CancellationToken ct)
    {
        long first = path.Index * TilePath.FullWidth;
        List<string> entries = await db.LogEntries.AsNoTracking()
            .Where(e => e.Index >= first && e.Index < first + path.Width).OrderBy(e => e.Index).Select(e => e.EntryJson).ToListAsync(ct);
        return entries.Count == 0 ? null : [.. entries.SelectMany(Prefixed)];
    }

    private static byte[] Prefixed(string entry)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(entry);
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)bytes.Length));
        return [.. length, .. bytes];
    }
}
