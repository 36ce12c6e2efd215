using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Verifying;

namespace Portal.Web.Audit;

/// <summary>The signed list of what an audit pack holds: every entry of the tender by its index, with the hash of its line (names included) and of its proof; then every other file, such as the notices, with its hash. What is not on it, or missing from it, shows.</summary>
internal sealed record PackManifest(string Tender, IReadOnlyList<PackedLine> Lines)
{
    public const string File = "manifest";

    private const string Mark = "audit-pack";
    private const string FileMark = "file";

    public IReadOnlyList<PackedFile> Files { get; init; } = [];

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public string Signed(LogSigner signer)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Mark} {signer.Key.Name}\n{Tender}\n{Lines.Count}\n");
        foreach (PackedLine line in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Index} {line.LineHash} {line.ProofHash}\n");
        }

        foreach (PackedFile file in Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{FileMark} {file.Name} {file.Hash}\n");
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

        string[][] words = [.. lines.Where(l => l.Length > 0).Select(l => l.Split(' ')).Where(w => w.Length == 3)];
        return new PackManifest(tender, [.. words.Where(w => w[0] != FileMark).Select(w => new PackedLine(long.Parse(w[0], CultureInfo.InvariantCulture), w[1], w[2]))])
        {
            Files = [.. words.Where(w => w[0] == FileMark).Select(w => new PackedFile(w[1], w[2]))],
        };
    }
}

/// <summary>One entry of a pack: its index in the log, and the hashes of its line and of its proof.</summary>
internal sealed record PackedLine(long Index, string LineHash, string ProofHash);

/// <summary>Another file of a pack: its name and the hash of its content.</summary>
internal sealed record PackedFile(string Name, string Hash);
