using System.Security.Cryptography;

namespace Portal.Domain.Audit.Verifying;

/// <summary>The verifier's own tree: the peaks of RFC 6962 kept while leaves stream past. It shares no code with the writer on purpose.</summary>
internal sealed class CompactTree
{
    private readonly List<(byte[] Hash, long Leaves)> peaks = [];

    public long Size { get; private set; }

    public static byte[] LeafHash(byte[] entry) => SHA256.HashData([0, .. entry]);

    public void Add(byte[] leafHash)
    {
        (byte[] Hash, long Leaves) last = (leafHash, 1);
        while (peaks.Count > 0 && peaks[^1].Leaves == last.Leaves)
        {
            last = (SHA256.HashData([1, .. peaks[^1].Hash, .. last.Hash]), last.Leaves * 2);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(last);
        Size++;
    }

    public byte[] Root()
    {
        if (peaks.Count == 0)
        {
            return SHA256.HashData([]);
        }

        byte[] root = peaks[^1].Hash;
        for (int i = peaks.Count - 2; i >= 0; i--)
        {
            root = SHA256.HashData([1, .. peaks[i].Hash, .. root]);
        }

        return root;
    }
}
