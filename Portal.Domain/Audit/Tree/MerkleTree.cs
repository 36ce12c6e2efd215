using System.Numerics;

namespace Portal.Domain.Audit.Tree;

/// <summary>Reads the hashes of one tile; it may be longer than what the asked size of the log covers, never shorter.</summary>
public delegate ValueTask<byte[]> ReadTile(int level, long index, CancellationToken ct);

/// <summary>Roots and proofs of the log at any size, computed from its tiles (RFC 6962 §2.1).</summary>
public sealed class MerkleTree(ReadTile readTile)
{
    private const int LevelsOfATile = 8;

    public async Task<byte[]> Root(long size, CancellationToken ct = default) =>
        size == 0 ? MerkleHash.Empty : await Range(0, size, ct);

    /// <summary>The hashes that lead from the entry at <paramref name="index"/> to the root at <paramref name="size"/>.</summary>
    public async Task<IReadOnlyList<byte[]>> InclusionProof(long index, long size, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<byte[]> proof = [];
        (long start, long end) = (0, size);
        while (end - start > 1)
        {
            long middle = start + Split(end - start);
            if (index < middle)
            {
                proof.Add(await Range(middle, end, ct));
                end = middle;
            }
            else
            {
                proof.Add(await Range(start, middle, ct));
                start = middle;
            }
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The hashes which show that the log at <paramref name="first"/> entries is the beginning of the log at <paramref name="second"/>.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyProof(long first, long second, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        List<byte[]> proof = [];
        (long start, long end) = (0, second);
        while (end != first)
        {
            long middle = start + Split(end - start);
            if (first <= middle)
            {
                proof.Add(await Range(middle, end, ct));
                end = middle;
            }
            else
            {
                proof.Add(await Range(start, middle, ct));
                start = middle;
            }
        }

        if (start > 0)
        {
            proof.Add(await Range(start, end, ct));
        }

        proof.Reverse();
        return proof;
    }

    private static long Split(long count) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(count - 1)));

    /// <summary>The hash over entries start to end, where start is where a subtree of that size may begin.</summary>
    private async Task<byte[]> Range(long start, long end, CancellationToken ct)
    {
        long count = end - start;
        if (BitOperations.IsPow2(count))
        {
            return await Subtree(BitOperations.Log2((ulong)count), start / count, ct);
        }

        long middle = start + Split(count);
        byte[] left = await Range(start, middle, ct);
        byte[] right = await Range(middle, end, ct);
        return MerkleHash.Node(left, right);
    }

    private async Task<byte[]> Subtree(int level, long index, CancellationToken ct)
    {
        int within = level % LevelsOfATile;
        long first = index << within;
        byte[] tile = await readTile(level / LevelsOfATile, first / TilePath.FullWidth, ct);
        int offset = (int)(first % TilePath.FullWidth);
        return MerkleHash.Fold(tile.AsSpan(offset * MerkleHash.Size, (1 << within) * MerkleHash.Size));
    }
}
