using System.Security.Cryptography;

namespace Portal.Domain.Audit.Tree;

/// <summary>The two hashes of a transparency log (RFC 6962 §2.1): an entry's leaf and the node above two hashes.</summary>
public static class MerkleHash
{
    public const int Size = 32;

    /// <summary>The root of a log without entries.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        byte[] marked = new byte[entry.Length + 1];
        entry.CopyTo(marked.AsSpan(1));
        return SHA256.HashData(marked);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> marked = stackalloc byte[1 + (2 * Size)];
        marked[0] = 1;
        left.CopyTo(marked[1..]);
        right.CopyTo(marked[(1 + Size)..]);
        return SHA256.HashData(marked);
    }

    /// <summary>The root over hashes whose count is a power of two, laid one after the other.</summary>
    public static byte[] Fold(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == Size)
        {
            return hashes.ToArray();
        }

        int half = hashes.Length / 2;
        return Node(Fold(hashes[..half]), Fold(hashes[half..]));
    }
}
