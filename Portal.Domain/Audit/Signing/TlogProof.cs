using System.Globalization;
using System.Text;

namespace Portal.Domain.Audit.Signing;

/// <summary>A proof that one entry stands in the log, checkable offline for ever (c2sp.org/tlog-proof): index, inclusion hashes, signed checkpoint; Extra carries the entry itself.</summary>
public sealed record TlogProof(long Index, IReadOnlyList<byte[]> Hashes, string SignedCheckpoint, byte[]? Extra = null)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    public static TlogProof Parse(string text)
    {
        int gap = text.IndexOf("\n\n", StringComparison.Ordinal);
        List<string> lines = gap < 0 ? [] : [.. text[..gap].Split('\n')];
        if (lines.Count < 2 || lines[0] != Header)
        {
            throw new FormatException("This is not a .tlog-proof file.");
        }

        lines.RemoveAt(0);
        byte[]? extra = null;
        if (lines[0].StartsWith("extra ", StringComparison.Ordinal))
        {
            extra = Convert.FromBase64String(lines[0]["extra ".Length..]);
            lines.RemoveAt(0);
        }

        if (lines.Count == 0 || !lines[0].StartsWith("index ", StringComparison.Ordinal))
        {
            throw new FormatException("The proof does not say which entry it is about.");
        }

        long index = long.Parse(lines[0]["index ".Length..], NumberStyles.None, CultureInfo.InvariantCulture);
        return new TlogProof(index, [.. lines.Skip(1).Select(Convert.FromBase64String)], text[(gap + 2)..], extra);
    }

    public override string ToString()
    {
        StringBuilder text = new(Header + "\n");
        if (Extra is not null)
        {
            text.Append("extra ").Append(Convert.ToBase64String(Extra)).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (byte[] hash in Hashes)
        {
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        return text.Append('\n').Append(SignedCheckpoint).ToString();
    }
}
