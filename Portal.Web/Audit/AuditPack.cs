using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Audit;

/// <summary>Writes the evidence of one tender as a zip: <c>entries.jsonl</c> with index, entry, payload and salt, one proof each, every published notice as release and as page, every assessment summary and letter, a signed list of them all, and the log's checkpoint, key and hash tiles.</summary>
public sealed class AuditPack(PortalDb db, LogSequencer sequencer, ProveEntry prove, PackedNotices notices, PackedLetters letters)
{
    public async Task<int> Write(string tender, Stream target, CancellationToken cancel)
    {
        if (!await db.Tenders.AnyAsync(t => t.Ref == tender, cancel))
        {
            throw new NotFound($"Tender {tender}");
        }

        string note = await sequencer.Checkpoint(publish: false, cancel);
        List<LogEntry> entries = await EntriesOf(tender, cancel);
        await using ZipArchive pack = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await Add(pack, "log/checkpoint", note, cancel);
        await Add(pack, "log/key", sequencer.Signer.Key.ToString(), cancel);
        List<string> lines = await Lines(entries, cancel);
        await Add(pack, "entries.jsonl", string.Concat(lines.Select(l => l + "\n")), cancel);
        List<PackedLine> listed = [];
        foreach ((LogEntry entry, string line) in entries.Zip(lines))
        {
            string proof = (await prove.Execute(entry.Index!.Value, cancel)).ToString();
            await Add(pack, $"proofs/{entry.Index}.tlog-proof", proof, cancel);
            listed.Add(new PackedLine(entry.Index!.Value, PackManifest.Hash(line), PackManifest.Hash(proof)));
        }

        List<PackedFile> files = [];
        foreach ((string name, byte[] content) in await notices.Of(tender, cancel))
        {
            await Add(pack, name, content, cancel);
            files.Add(new PackedFile(name, PackManifest.Hash(content)));
        }

        await foreach ((string name, byte[] content) in letters.Of(tender, cancel))
        {
            await Add(pack, name, content, cancel);
            files.Add(new PackedFile(name, PackManifest.Hash(content)));
        }

        await Add(pack, PackManifest.File, new PackManifest(tender, listed) { Files = files }.Signed(sequencer.Signer), cancel);
        await AddTiles(pack, Checkpoint.Parse(note).Size, cancel);
        return entries.Count;
    }

    // A notice's subject is its release id, which begins with the tender's reference in small letters.
    private Task<List<LogEntry>> EntriesOf(string tender, CancellationToken cancel)
    {
        string notice = $"notice/{tender.ToLowerInvariant()}-";
        return db.LogEntries.AsNoTracking()
            .Where(e => (e.Subject == "tender/" + tender || e.Subject.StartsWith("tender/" + tender + "/") || e.Subject.StartsWith("bid/" + tender + "/") || e.Subject.StartsWith(notice)) && e.Index != null).OrderBy(e => e.Index).ToListAsync(cancel);
    }

    private static async Task Add(ZipArchive pack, string name, string text, CancellationToken cancel) => await Add(pack, name, Encoding.UTF8.GetBytes(text), cancel);

    private static async Task Add(ZipArchive pack, string name, byte[] bytes, CancellationToken cancel)
    {
        await using Stream entry = await pack.CreateEntry(name).OpenAsync(cancel);
        await entry.WriteAsync(bytes, cancel);
    }

    private async Task<List<string>> Lines(List<LogEntry> entries, CancellationToken cancel)
    {
        Guid[] ids = [.. entries.Select(e => e.Id)];
        Dictionary<Guid, LogPayload> payloads = await db.LogPayloads.AsNoTracking().Where(p => ids.Contains(p.Entry)).ToDictionaryAsync(p => p.Entry, cancel);
        List<string> lines = [];
        foreach (LogEntry entry in entries)
        {
            LogPayload? payload = payloads.GetValueOrDefault(entry.Id);
            lines.Add(JsonSerializer.Serialize(new { index = entry.Index, entry = entry.EntryJson, payload = payload?.Json, salt = payload?.Salt, person = entry.PersonName }));
        }

        return lines;
    }

    private async Task AddTiles(ZipArchive pack, long size, CancellationToken cancel)
    {
        int level = 0;
        for (long hashes = size; hashes > 0; hashes /= TilePath.FullWidth, level++)
        {
            for (long tile = 0; tile * TilePath.FullWidth < hashes; tile++)
            {
                int width = (int)Math.Min(TilePath.FullWidth, hashes - (tile * TilePath.FullWidth));
                byte[] stored = await db.LogTiles.AsNoTracking().Where(t => t.Level == level && t.Index == tile).Select(t => t.Hashes).SingleAsync(cancel);
                await Add(pack, $"log/tile/{new TilePath(level, tile, width)}", stored[..(width * MerkleHash.Size)], cancel);
            }
        }
    }
}
