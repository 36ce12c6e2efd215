using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Wraps a small secret with AES-256-GCM: under a key, or under a passphrase stretched by PBKDF2-SHA256.</summary>
public static class KeyWrap
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA256.</summary>
    public const int Iterations = 600_000;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SaltSize = 16;
    private const int KeySize = 32;

    public static byte[] Wrap(byte[] key, byte[] secret, string context)
    {
        byte[] whole = new byte[NonceSize + secret.Length + TagSize];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceSize));
        using AesGcm aes = new(key, TagSize);
        aes.Encrypt(whole.AsSpan(0, NonceSize), secret, whole.AsSpan(NonceSize, secret.Length), whole.AsSpan(NonceSize + secret.Length), Encoding.UTF8.GetBytes(context));
        return whole;
    }

    public static byte[] Unwrap(byte[] key, byte[] wrapped, string context)
    {
        if (wrapped.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("This is not a wrapped secret.");
        }

        byte[] secret = new byte[wrapped.Length - NonceSize - TagSize];
        using AesGcm aes = new(key, TagSize);
        aes.Decrypt(wrapped.AsSpan(0, NonceSize), wrapped.AsSpan(NonceSize, secret.Length), wrapped.AsSpan(NonceSize + secret.Length), secret, Encoding.UTF8.GetBytes(context));
        return secret;
    }

    public static byte[] WrapUnder(string passphrase, byte[] secret, string context)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltSize);
        return [.. salt, .. Wrap(Stretch(passphrase, salt), secret, context)];
    }

    /// <summary>Null when the passphrase is not the one it was wrapped under.</summary>
    public static byte[]? UnwrapUnder(string passphrase, byte[] wrapped, string context)
    {
        try
        {
            return Unwrap(Stretch(passphrase, wrapped[..SaltSize]), wrapped[SaltSize..], context);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Stretch(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Passphrase.Normalise(passphrase), salt, Iterations, HashAlgorithmName.SHA256, KeySize);
}
