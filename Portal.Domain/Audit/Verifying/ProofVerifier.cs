using System.Security.Cryptography;

namespace Portal.Domain.Audit.Verifying;

/// <summary>Checks inclusion and consistency proofs (RFC 9162 §2.1.3.2 and §2.1.4.2); the same answer wherever it runs.</summary>
public static class ProofVerifier
{
    public static bool Includes(byte[] root, long size, long index, byte[] leafHash, IReadOnlyList<byte[]> proof)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        (long node, long last) = (index, size - 1);
        byte[] hash = leafHash;
        foreach (byte[] sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            bool right = (node & 1) == 1 || node == last;
            hash = right ? Above(sibling, hash) : Above(hash, sibling);
            (node, last) = right ? Rise(node, last) : (node, last);
            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    public static bool Extends(long firstSize, byte[] firstRoot, long secondSize, byte[] secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (firstSize == secondSize)
        {
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        }

        List<byte[]> path = (firstSize & (firstSize - 1)) == 0 ? [firstRoot, .. proof] : [.. proof];
        return firstSize > 0 && firstSize < secondSize && path.Count > 0 && Climb(firstSize, firstRoot, secondSize, secondRoot, path);
    }

    private static bool Climb(long firstSize, byte[] firstRoot, long secondSize, byte[] secondRoot, List<byte[]> path)
    {
        (long node, long last) = (firstSize - 1, secondSize - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        byte[] first = path[0];
        byte[] second = path[0];
        foreach (byte[] sibling in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                first = Above(sibling, first);
                second = Above(sibling, second);
                (node, last) = Rise(node, last);
            }
            else
            {
                second = Above(second, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && first.AsSpan().SequenceEqual(firstRoot) && second.AsSpan().SequenceEqual(secondRoot);
    }

    private static (long Node, long Last) Rise(long node, long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        return (node, last);
    }

    private static byte[] Above(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
