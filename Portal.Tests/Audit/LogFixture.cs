using System.Buffers.Binary;
using System.Text;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Tests.Audit;

/// <summary>A log in memory, published file by file as the portal publishes it, which a test may tamper with.</summary>
internal sealed class LogFixture
{
    private readonly LogSigner signer;

    public LogFixture(int entries, byte seed = 7)
    {
        signer = new LogSigner("log.example", [.. Enumerable.Repeat(seed, 32)]);
        Entries = [.. Enumerable.Range(0, entries).Select(i => Encoding.UTF8.GetBytes($"{{\"entry\":{i}}}"))];
        Publish();
    }

    public List<byte[]> Entries { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public Dictionary<(int Level, long Index), byte[]> Tiles { get; } = [];

    public MerkleTree Tree => new((level, index, _) => ValueTask.FromResult(Tiles[(level, index)]));

    public byte[] Leaf(int index) => MerkleHash.Leaf(Entries[index]);

    public Task<LogReport> Verify(string? pinned = null) =>
        new LogVerifier((name, _) => Task.FromResult(Files.GetValueOrDefault(name)), pinned).Verify(TestContext.Current.CancellationToken);

    public string Key => signer.Key.ToString();

    public async Task<string> SignedCheckpoint(long size) =>
        signer.SignNote(new Checkpoint("log.example", size, await Tree.Root(size)).ToString());

    /// <summary>Writes tiles, bundles, checkpoint and key from the entries as they are now.</summary>
    public void Publish()
    {
        Tiles.Clear();
        TileFrontier frontier = new(0, []);
        for (int i = 0; i < Entries.Count; i++)
        {
            frontier.Append(Leaf(i));
            if (i % 300 == 0)
            {
                Keep(frontier);
            }
        }

        Keep(frontier);
        PublishFiles();
    }

    public void PublishBundles()
    {
        foreach (byte[][] bundle in Entries.Chunk(TilePath.FullWidth))
        {
            int index = Entries.IndexOf(bundle[0]) / TilePath.FullWidth;
            Files[$"tile/{new TilePath(TilePath.Entries, index, bundle.Length)}"] = [.. bundle.SelectMany(Prefixed)];
        }
    }

    private void Keep(TileFrontier frontier)
    {
        foreach (HashTile tile in frontier.TakeChanged())
        {
            Tiles[(tile.Level, tile.Index)] = tile.Hashes;
        }
    }

    private void PublishFiles()
    {
        Files.Clear();
        PublishBundles();
        foreach (((int level, long index), byte[] hashes) in Tiles)
        {
            Files[$"tile/{new TilePath(level, index, hashes.Length / MerkleHash.Size)}"] = hashes;
        }

        Files["key"] = Encoding.UTF8.GetBytes(Key);
        Files["checkpoint"] = Encoding.UTF8.GetBytes(SignedCheckpoint(Entries.Count).GetAwaiter().GetResult());
    }

    private static byte[] Prefixed(byte[] entry)
    {
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        return [.. length, .. entry];
    }
}
