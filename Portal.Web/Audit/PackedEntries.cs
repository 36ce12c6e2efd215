using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Web.Audit;

/// <summary>Checks an audit pack against its signed list and its own tree: each entry must be there with its proof, hash to its leaf, and each payload to what its entry says.</summary>
internal sealed class PackedEntries(PackFiles pack, string? pinnedKey)
{
    private const int HashSize = 32;
    private const int TileWidth = 256;

    private readonly Dictionary<long, byte[]> tiles = [];
    private readonly List<LogFinding> findings = [];

    /// <summary>How many entries of the pack were read and found to be the log's.</summary>
    public int Verified { get; private set; }

    public async Task<IReadOnlyList<LogFinding>> Check(CancellationToken cancel)
    {
        string text = await pack.Text("entries.jsonl", cancel) ?? throw new InvalidDataException("The pack holds no entries.jsonl.");
        PackManifest? manifest = PackManifest.Read(await pack.Text(PackManifest.File, cancel), pinnedKey ?? await pack.Text("log/key", cancel) ?? "");
        if (manifest is null)
        {
            findings.Add(new LogFinding("MANIFEST", null, "The pack holds no list of its entries that was signed by the log's key: nobody can say whether it is complete."));
        }

        Dictionary<long, string> lines = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument read = JsonDocument.Parse(line);
            long index = read.RootElement.GetProperty("index").GetInt64();
            lines[index] = line;
            LogFinding? fault = await Fault(read.RootElement, index, cancel);
            findings.AddRange(fault is null ? [] : [fault]);
            Verified += fault is null ? 1 : 0;
        }

        if (manifest is not null)
        {
            await Compare(manifest, lines, cancel);
        }

        return findings;
    }

    private async Task Compare(PackManifest manifest, Dictionary<long, string> lines, CancellationToken cancel)
    {
        foreach (PackedLine listed in manifest.Lines)
        {
            if (!lines.Remove(listed.Index, out string? line))
            {
                findings.Add(new LogFinding("REMOVED", listed.Index, Words($"Entry {listed.Index} is on the pack's signed list and was taken out of the pack.")));
            }
            else if (PackManifest.Hash(line) != listed.LineHash && findings.TrueForAll(f => f.FirstEntry != listed.Index))
            {
                findings.Add(new LogFinding("LINE_EDITED", listed.Index, Words($"What the pack says beside entry {listed.Index}, such as the person's name, was changed.")));
            }

            string? proof = await pack.Text(Words($"proofs/{listed.Index}.tlog-proof"), cancel);
            if (proof is null || PackManifest.Hash(proof) != listed.ProofHash)
            {
                findings.Add(new LogFinding("PROOF", listed.Index, Words($"The proof of entry {listed.Index} is {(proof is null ? "missing" : "not the one that was packed")}.")));
            }
        }

        await CompareFiles(manifest, cancel);
        findings.AddRange(lines.Keys.Select(index => new LogFinding("ADDED", index, Words($"Entry {index} is not on the pack's signed list."))));
    }

    private async Task CompareFiles(PackManifest manifest, CancellationToken cancel)
    {
        foreach (PackedFile file in manifest.Files)
        {
            byte[]? content = await pack.Read(file.Name, cancel);
            if (content is null || PackManifest.Hash(content) != file.Hash)
            {
                findings.Add(new LogFinding("FILE_EDITED", null, $"The file {file.Name} is {(content is null ? "missing" : "not the one that was packed")}."));
            }
        }
    }

    private async Task<LogFinding?> Fault(JsonElement line, long index, CancellationToken cancel)
    {
        string entry = line.GetProperty("entry").GetString()!;
        byte[] leaf = SHA256.HashData([0, .. Encoding.UTF8.GetBytes(entry)]);
        int at = (int)(index % TileWidth) * HashSize;
        byte[] tile = await Tile(index / TileWidth, cancel);
        bool same = tile.Length >= at + HashSize && tile.AsSpan(at, HashSize).SequenceEqual(leaf);
        return !same ? new LogFinding("EDITED", index, Words($"Entry {index} of the pack is not the one in the log.")) : Payload(line, entry, index);
    }

    private static LogFinding? Payload(JsonElement line, string entry, long index)
    {
        if (line.GetProperty("payload").GetString() is not { } payload)
        {
            return null;
        }

        using JsonDocument said = JsonDocument.Parse(entry);
        string hash = Convert.ToHexStringLower(SHA256.HashData([.. line.GetProperty("salt").GetBytesFromBase64(), .. Encoding.UTF8.GetBytes(payload)]));
        return hash == said.RootElement.GetProperty("payload").GetString() ? null : new LogFinding("PAYLOAD_EDITED", index, Words($"The payload of entry {index} was changed."));
    }

    // The widest copy of a tile that the pack holds: the last one is only as wide as the checkpoint.
    private async Task<byte[]> Tile(long index, CancellationToken cancel)
    {
        if (tiles.TryGetValue(index, out byte[]? known))
        {
            return known;
        }

        byte[] found = [];
        for (int width = TileWidth; width > 0 && found.Length == 0; width--)
        {
            found = await pack.Read($"log/tile/{new TilePath(0, index, width)}", cancel) ?? [];
        }

        return tiles[index] = found;
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
