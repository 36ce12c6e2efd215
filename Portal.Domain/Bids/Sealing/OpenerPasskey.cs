using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Sealing;

/// <summary>A passkey under which an opener's key is wrapped: which one it is, and the wrapped key.</summary>
/// <remarks>The bytes of the passkey have 256 bits, so HKDF suffices where a passphrase needs PBKDF2. ADR 20.</remarks>
public sealed record OpenerPasskey(byte[] Credential, string Name, DateTimeOffset AddedAt, byte[] WrappedPrivateKey)
{
    internal static OpenerPasskey Wrap(PasskeySecret passkey, byte[] secret, string context, DateTimeOffset now)
    {
        byte[] credential = [.. passkey.Credential];
        return new(credential, passkey.Name, now, KeyWrap.Wrap(Key(passkey, context), secret, Context(credential, context)));
    }

    /// <summary>Null when these are not the bytes it was wrapped under.</summary>
    internal byte[]? Unwrap(PasskeySecret passkey, string context)
    {
        try
        {
            return KeyWrap.Unwrap(Key(passkey, context), WrappedPrivateKey, Context(Credential, context));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    internal bool Is(PasskeySecret passkey) => Credential.AsSpan().SequenceEqual([.. passkey.Credential]);

    private static byte[] Key(PasskeySecret passkey, string context) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, passkey.Bytes, PasskeySecret.Size, info: Encoding.UTF8.GetBytes("opening key by passkey|" + context));

    private static string Context(byte[] credential, string context) => $"{context}/{Convert.ToHexStringLower(credential)}";
}
