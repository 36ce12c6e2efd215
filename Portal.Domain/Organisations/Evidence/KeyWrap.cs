using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Wraps a small secret under a key with AES-256-GCM; the context must be the same to unwrap.</summary>
public static class KeyWrap
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

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
}
