using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit.Signing;

/// <summary>Signs checkpoints and receipts with the log's key. The seed never leaves this object.</summary>
public sealed class LogSigner(string name, byte[] seed)
{
    public NoteKey Key { get; } = new(name, Ed25519.PublicKey(seed));

    public byte[] Sign(ReadOnlySpan<byte> message) => Ed25519.Sign(seed, message);

    /// <summary>A signed note: the text, an empty line, the signature line.</summary>
    public string SignNote(string text) =>
        $"{text}\n— {Key.Name} {Convert.ToBase64String([.. Key.KeyId, .. Sign(Encoding.UTF8.GetBytes(text))])}\n";

    /// <summary>The signer whose seed stands in a file of its own, made on first use and readable by the portal's user only.</summary>
    public static LogSigner FromFile(string name, string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            OwnerOnlyFile.Write(path, RandomNumberGenerator.GetBytes(Ed25519.SeedSize));
        }

        return new LogSigner(name, File.ReadAllBytes(path));
    }
}
