using System.Security.Cryptography;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Wraps an opener's key under a passphrase stretched by PBKDF2-SHA256.</summary>
public static class PassphraseWrap
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA256.</summary>
    public const int Iterations = 600_000;

    private const int SaltSize = 16;
    private const int KeySize = 32;

    public static byte[] Wrap(string passphrase, byte[] secret, string context)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltSize);
        return [.. salt, .. KeyWrap.Wrap(Stretch(passphrase, salt), secret, context)];
    }

    /// <summary>Null when the passphrase is not the one it was wrapped under.</summary>
    public static byte[]? Unwrap(string passphrase, byte[] wrapped, string context)
    {
        try
        {
            return KeyWrap.Unwrap(Stretch(passphrase, wrapped[..SaltSize]), wrapped[SaltSize..], context);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Stretch(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Passphrase.Normalise(passphrase), salt, Iterations, HashAlgorithmName.SHA256, KeySize);
}
