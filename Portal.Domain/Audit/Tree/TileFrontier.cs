namespace Portal.Domain.Audit.Tree;

/// <summary>One stored tile: up to 256 hashes of one level, laid one after the other.</summary>
public sealed record HashTile(int Level, long Index, byte[] Hashes);

/// <summary>The right-hand edge of the log: the last tile of every level, which is all that appending needs (O(log n) hashes for an entry).</summary>
public sealed class TileFrontier
{
    private const int FullBytes = TilePath.FullWidth * MerkleHash.Size;

    private readonly SortedDictionary<int, Edge> edges = [];
    private readonly Dictionary<(int Level, long Index), HashTile> changed = [];

    /// <summary>An edge at <paramref name="size"/> entries, given the last, not yet full tile of each level.</summary>
    public TileFrontier(long size, IEnumerable<HashTile> lastTiles)
    {
        Size = size;
        foreach (HashTile tile in lastTiles)
        {
            edges[tile.Level] = new Edge(tile.Index, [.. tile.Hashes]);
        }
    }

    public long Size { get; private set; }

    /// <summary>The last, not yet full tile of each level of a log with <paramref name="size"/> entries: which to load before appending.</summary>
    public static IReadOnlyList<(int Level, long Index)> Needed(long size)
    {
        List<(int Level, long Index)> needed = [];
        int level = 0;
        for (long hashes = size; hashes > 0; hashes /= TilePath.FullWidth, level++)
        {
            if (hashes % TilePath.FullWidth != 0)
            {
                needed.Add((level, hashes / TilePath.FullWidth));
            }
        }

        return needed;
    }

    public void Append(ReadOnlySpan<byte> leafHash)
    {
        Add(0, leafHash, Size / TilePath.FullWidth);
        Size++;
    }

    /// <summary>The tiles that are new or longer since the last call, to be stored.</summary>
    public IReadOnlyList<HashTile> TakeChanged()
    {
        foreach ((int level, Edge edge) in edges)
        {
            if (edge.Grown)
            {
                changed[(level, edge.Index)] = new HashTile(level, edge.Index, [.. edge.Hashes]);
                edge.Grown = false;
            }
        }

        HashTile[] taken = [.. changed.Values];
        changed.Clear();
        return taken;
    }

    private void Add(int level, ReadOnlySpan<byte> hash, long index)
    {
        if (!edges.TryGetValue(level, out Edge? edge))
        {
            edges[level] = edge = new Edge(index, []);
        }

        edge.Hashes.AddRange(hash);
        edge.Grown = true;
        if (edge.Hashes.Count == FullBytes)
        {
            byte[] full = [.. edge.Hashes];
            changed[(level, index)] = new HashTile(level, index, full);
            edges.Remove(level);
            Add(level + 1, MerkleHash.Fold(full), index / TilePath.FullWidth);
        }
    }

    private sealed class Edge(long index, List<byte> hashes)
    {
        public long Index { get; } = index;

        public List<byte> Hashes { get; } = hashes;

        public bool Grown { get; set; }
    }
}
