namespace Portal.Domain.Audit.Signing;

/// <summary>Ed25519 signatures (RFC 8032): through libcrypto where it is installed, else by the portal's own arithmetic; the bytes are the same.</summary>
public static class Ed25519
{
    public const int SeedSize = 32;

    public const int SignatureSize = 64;

    public static byte[] PublicKey(ReadOnlySpan<byte> seed) => ManagedEd25519.PublicKey(seed);

    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message) =>
        LibcryptoEd25519.IsPresent ? LibcryptoEd25519.Sign(seed, message) : ManagedEd25519.Sign(seed, message);

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != SeedSize || signature.Length != SignatureSize)
        {
            return false;
        }

        return LibcryptoEd25519.IsPresent
            ? LibcryptoEd25519.Verify(publicKey, message, signature)
            : ManagedEd25519.Verify(publicKey, message, signature);
    }
}
