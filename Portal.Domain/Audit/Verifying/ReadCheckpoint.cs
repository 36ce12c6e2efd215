using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Audit.Signing;

namespace Portal.Domain.Audit.Verifying;

/// <summary>A checkpoint as the verifier reads it: parsed and its signature checked by the verifier's own code.</summary>
internal sealed record ReadCheckpoint(string Origin, long Size, byte[] Root, bool Signed)
{
    private const byte Ed25519Mark = 1;

    /// <summary>Null when the text is no checkpoint at all.</summary>
    public static ReadCheckpoint? From(string note, string verifierKey)
    {
        int gap = note.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = note.Split('\n');
        if (gap < 0 || lines.Length < 5 || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size))
        {
            return null;
        }

        byte[] root = new byte[32];
        if (!Convert.TryFromBase64String(lines[2], root, out int written) || written != root.Length)
        {
            return null;
        }

        string text = note[..(gap + 1)];
        bool signed = note[(gap + 2)..].Split('\n').Any(line => IsBy(verifierKey, line, Encoding.UTF8.GetBytes(text)));
        return new ReadCheckpoint(lines[0], size, root, signed);
    }

    internal static bool IsBy(string verifierKey, string line, byte[] text)
    {
        string[] key = verifierKey.Trim().Split('+', 3);
        string[] words = line.Split(' ');
        if (key.Length != 3 || words.Length != 3 || words[0] != "—" || words[1] != key[0])
        {
            return false;
        }

        byte[] marked = Bytes(key[2]);
        byte[] signature = Bytes(words[2]);
        byte[] id = SHA256.HashData([.. Encoding.UTF8.GetBytes(key[0]), 10, .. marked])[..4];
        return marked.Length == 33 && marked[0] == Ed25519Mark && signature.Length == 68
            && signature.AsSpan(0, 4).SequenceEqual(id) && ManagedEd25519.Verify(marked.AsSpan(1), text, signature.AsSpan(4));
    }

    private static byte[] Bytes(string base64)
    {
        byte[] buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out int written) ? buffer[..written] : [];
    }
}
