using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Verifying;

namespace Portal.Web.Audit;

/// <summary>The signed list of what an audit pack holds: every entry of the tender by its index, with the hash of its line (names included) and of its proof. What is not on it, or missing from it, shows.</summary>
internal sealed record PackManifest(string Tender, IReadOnlyList<PackedLine> Lines)
{
    public const string File = "manifest";

    private const string Mark = "audit-pack";

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Signed(LogSigner signer)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Mark} {signer.Key.Name}\n{Tender}\n{Lines.Count}\n");
        foreach (PackedLine line in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Index} {line.LineHash} {line.ProofHash}\n");
        }

        return signer.SignNote(text.ToString());
    }

    /// <summary>Null when the note is no manifest that this key signed.</summary>
    public static PackManifest? Read(string? note, string key)
    {
        if (note is null || SignedNote.TextBy(note, key)?.Split('\n') is not [var mark, var tender, _, .. var lines] || !mark.StartsWith(Mark + " ", StringComparison.Ordinal))
        {
            return null;
        }

        return new PackManifest(tender, [.. lines.Where(l => l.Length > 0).Select(l => l.Split(' ')).Where(w => w.Length == 3).Select(w => new PackedLine(long.Parse(w[0], CultureInfo.InvariantCulture), w[1], w[2]))]);
    }
}

/// <summary>One entry of a pack: its index in the log, and the hashes of its line and of its proof.</summary>
internal sealed record PackedLine(long Index, string LineHash, string ProofHash);
