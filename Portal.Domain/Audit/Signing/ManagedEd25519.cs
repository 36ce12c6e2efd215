using System.Numerics;
using System.Security.Cryptography;

namespace Portal.Domain.Audit.Signing;

/// <summary>Ed25519 (RFC 8032 §5.1) on the base library alone. Its time depends on the key, so it signs only where libcrypto is missing; it verifies anywhere.</summary>
internal static class ManagedEd25519
{
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    public static byte[] PublicKey(ReadOnlySpan<byte> seed) => (Scalar(SHA512.HashData(seed)) * EdwardsPoint.Base).Encode();

    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        byte[] hash = SHA512.HashData(seed);
        BigInteger secret = Scalar(hash);
        byte[] publicKey = (secret * EdwardsPoint.Base).Encode();
        BigInteger nonce = HashToScalar(hash.AsSpan(32), message, default);
        byte[] commitment = (nonce * EdwardsPoint.Base).Encode();
        BigInteger challenge = HashToScalar(commitment, publicKey, message);
        byte[] signature = new byte[Ed25519.SignatureSize];
        commitment.CopyTo(signature, 0);
        ((nonce + (challenge * secret)) % Order).TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);
        return signature;
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != Ed25519.SeedSize || signature.Length != Ed25519.SignatureSize || !EdwardsPoint.TryDecode(publicKey, out EdwardsPoint key))
        {
            return false;
        }

        BigInteger response = new(signature[32..], isUnsigned: true);
        if (response >= Order)
        {
            return false;
        }

        BigInteger challenge = HashToScalar(signature[..32], publicKey, message);
        EdwardsPoint expected = (response * EdwardsPoint.Base) + (challenge * key.Negate());
        return expected.Encode().AsSpan().SequenceEqual(signature[..32]);
    }

    private static BigInteger Scalar(byte[] hash)
    {
        byte[] clamped = hash[..32];
        clamped[0] &= 248;
        clamped[31] &= 127;
        clamped[31] |= 64;
        return new BigInteger(clamped, isUnsigned: true);
    }

    private static BigInteger HashToScalar(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.AppendData(third);
        return new BigInteger(hash.GetHashAndReset(), isUnsigned: true) % Order;
    }
}
