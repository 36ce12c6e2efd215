using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit.Signing;

/// <summary>The public half of the log's key as others pin it (c2sp.org/signed-note): <c>name+keyid+base64</c>.</summary>
public sealed record NoteKey(string Name, byte[] PublicKey)
{
    private const byte AlgorithmEd25519 = 1;

    /// <summary>Four bytes which say which key signed: the beginning of SHA-256(name, newline, algorithm, key).</summary>
    public byte[] KeyId => SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', AlgorithmEd25519, .. PublicKey])[..4];

    public static NoteKey Parse(string text)
    {
        string[] parts = text.Trim().Split('+', 3);
        if (parts.Length != 3)
        {
            throw new FormatException("A log key is written name+keyid+base64.");
        }

        byte[] marked = Convert.FromBase64String(parts[2]);
        if (marked.Length != 1 + Ed25519.SeedSize || marked[0] != AlgorithmEd25519)
        {
            throw new FormatException("The log key is not an Ed25519 key.");
        }

        NoteKey key = new(parts[0], marked[1..]);
        return Convert.ToHexStringLower(key.KeyId) == parts[1] ? key : throw new FormatException("The log key's id does not belong to it.");
    }

    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(KeyId)}+{Convert.ToBase64String([AlgorithmEd25519, .. PublicKey])}";
}
