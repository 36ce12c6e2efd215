using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Domain.Audit.Verifying;

namespace Portal.Web.Audit;

/// <summary>Checks the entries of an audit pack against the pack's own tree: each must hash to its leaf, and each payload to what its entry says.</summary>
internal static class PackedEntries
{
    private const int HashSize = 32;
    private const int TileWidth = 256;

    public static async Task<IReadOnlyList<LogFinding>> Check(string file, CancellationToken cancel)
    {
        await using ZipArchive pack = await ZipFile.OpenReadAsync(file, cancel);
        Dictionary<long, byte[]> tiles = await Tiles(pack, cancel);
        List<LogFinding> findings = [];
        using StreamReader lines = new(await (pack.GetEntry("entries.jsonl") ?? throw new InvalidDataException("The pack holds no entries.jsonl.")).OpenAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            using JsonDocument read = JsonDocument.Parse(line);
            if (Fault(read.RootElement, tiles) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private static LogFinding? Fault(JsonElement line, Dictionary<long, byte[]> tiles)
    {
        long index = line.GetProperty("index").GetInt64();
        string entry = line.GetProperty("entry").GetString()!;
        byte[] leaf = SHA256.HashData([0, .. Encoding.UTF8.GetBytes(entry)]);
        int at = (int)(index % TileWidth) * HashSize;
        bool same = tiles.TryGetValue(index / TileWidth, out byte[]? tile) && tile.Length >= at + HashSize && tile.AsSpan(at, HashSize).SequenceEqual(leaf);
        return !same ? new LogFinding("EDITED", index, $"Entry {index} of the pack is not the one in the log.") : Payload(line, entry, index);
    }

    private static LogFinding? Payload(JsonElement line, string entry, long index)
    {
        if (line.GetProperty("payload").GetString() is not { } payload)
        {
            return null;
        }

        using JsonDocument said = JsonDocument.Parse(entry);
        string hash = Convert.ToHexStringLower(SHA256.HashData([.. line.GetProperty("salt").GetBytesFromBase64(), .. Encoding.UTF8.GetBytes(payload)]));
        return hash == said.RootElement.GetProperty("payload").GetString() ? null : new LogFinding("PAYLOAD_EDITED", index, $"The payload of entry {index} was changed.");
    }

    private static async Task<Dictionary<long, byte[]>> Tiles(ZipArchive pack, CancellationToken cancel)
    {
        Dictionary<long, byte[]> tiles = [];
        foreach (ZipArchiveEntry entry in pack.Entries.Where(e => e.FullName.StartsWith("log/tile/0/", StringComparison.Ordinal)))
        {
            await using Stream content = await entry.OpenAsync(cancel);
            using MemoryStream bytes = new();
            await content.CopyToAsync(bytes, cancel);
            string name = entry.FullName["log/".Length..]["tile/".Length..];
            if (Portal.Domain.Audit.Tree.TilePath.TryParse(name, out Portal.Domain.Audit.Tree.TilePath path))
            {
                tiles[path.Index] = bytes.ToArray();
            }
        }

        return tiles;
    }
}
