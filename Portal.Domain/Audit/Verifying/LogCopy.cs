using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Portal.Domain.Audit.Verifying;

/// <summary>Reads one file of a copy of the log by its published name (<c>checkpoint</c>, <c>key</c>, <c>tile/0/000.p/12</c>); null when it is not there.</summary>
public delegate Task<byte[]?> ReadLogFile(string name, CancellationToken ct);

/// <summary>A copy of the log in a folder or behind an address, read by the verifier in the layout of c2sp.org/tlog-tiles.</summary>
internal sealed class LogCopy(ReadLogFile read)
{
    public const int Wide = 256;

    public async Task<string?> Text(string name, CancellationToken ct) =>
        await read(name, ct) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Earlier signed checkpoints that travel with the copy, oldest first; none for most copies.</summary>
    public async Task<IReadOnlyList<string>> EarlierCheckpoints(CancellationToken ct)
    {
        string? text = await Text("checkpoints", ct);
        return text is null ? [] : [.. text.Split("\n\n\n", StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimEnd('\n') + "\n")];
    }

    /// <summary>The level-0 hashes of one tile, whatever width the copy has of it.</summary>
    public async Task<IReadOnlyList<byte[]>> LeafHashes(long tile, int width, CancellationToken ct)
    {
        byte[]? bytes = await Widest(name => $"tile/0/{name}", tile, width, ct);
        return bytes is null ? [] : [.. bytes.Chunk(32).Take(width)];
    }

    /// <summary>The entries of one bundle; null when the copy has no entries (they are not public).</summary>
    public async Task<IReadOnlyList<byte[]>?> Entries(long bundle, int width, CancellationToken ct)
    {
        byte[]? bytes = await Widest(name => $"tile/entries/{name}", bundle, width, ct);
        if (bytes is null)
        {
            return null;
        }

        List<byte[]> entries = [];
        for (int at = 0; at + 2 <= bytes.Length;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at, 2));
            int end = Math.Min(at + 2 + length, bytes.Length);
            entries.Add(bytes[(at + 2)..end]);
            at = end;
        }

        return entries;
    }

    private async Task<byte[]?> Widest(Func<string, string> place, long index, int width, CancellationToken ct)
    {
        string name = Name(index);
        if (width < Wide && await read(place(string.Create(CultureInfo.InvariantCulture, $"{name}.p/{width}")), ct) is { } part)
        {
            return part;
        }

        return await read(place(name), ct);
    }

    private static string Name(long index)
    {
        string digits = index.ToString(CultureInfo.InvariantCulture);
        digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
        string[] parts = [.. digits.Chunk(3).Select(c => new string(c))];
        return string.Join('/', parts.Select((p, i) => i < parts.Length - 1 ? "x" + p : p));
    }
}
