using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Sealing to a public key in base mode of RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-GCM. The portal seals with AES-256-GCM; AES-128-GCM opens the RFC's own vector.</summary>
public sealed class Hpke
{
    public const int EncapsulationSize = 65;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Scalar = 32;
    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x10];

    private readonly byte[] suite;
    private readonly int keySize;

    private Hpke(byte aead, int keySize)
    {
        suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, aead];
        this.keySize = keySize;
    }

    public static Hpke Aes128 { get; } = new(1, 16);

    public static Hpke Aes256 { get; } = new(2, 32);

    /// <summary>Seals for the holder of the private key: encapsulated key (65 bytes), ciphertext, tag.</summary>
    public byte[] Seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plain)
    {
        using ECDiffieHellman ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(ephemeral, publicKey, info, aad, plain);
    }

    /// <summary>Raises <see cref="CryptographicException"/> when the key, the context or one byte is not what it was sealed with.</summary>
    public byte[] Open(ECDiffieHellman privateKey, byte[] info, byte[] aad, byte[] sealedBytes)
    {
        if (sealedBytes.Length < EncapsulationSize + TagSize)
        {
            throw new CryptographicException("The sealed bytes are too short to be an envelope.");
        }

        byte[] encapsulated = sealedBytes[..EncapsulationSize];
        byte[] shared = Decapsulate(privateKey, encapsulated);
        (byte[] key, byte[] nonce) = Schedule(shared, info);
        byte[] plain = new byte[sealedBytes.Length - EncapsulationSize - TagSize];
        using AesGcm aes = new(key, TagSize);
        aes.Decrypt(nonce, sealedBytes.AsSpan(EncapsulationSize, plain.Length), sealedBytes.AsSpan(EncapsulationSize + plain.Length), plain, aad);
        CryptographicOperations.ZeroMemory(key);
        return plain;
    }

    internal byte[] Seal(ECDiffieHellman ephemeral, byte[] publicKey, byte[] info, byte[] aad, byte[] plain)
    {
        byte[] encapsulated = P256.PublicBytes(ephemeral);
        byte[] shared = Shared(ephemeral, publicKey, encapsulated, publicKey);
        (byte[] key, byte[] nonce) = Schedule(shared, info);
        byte[] whole = new byte[EncapsulationSize + plain.Length + TagSize];
        encapsulated.CopyTo(whole, 0);
        using AesGcm aes = new(key, TagSize);
        aes.Encrypt(nonce, plain, whole.AsSpan(EncapsulationSize, plain.Length), whole.AsSpan(EncapsulationSize + plain.Length), aad);
        CryptographicOperations.ZeroMemory(key);
        return whole;
    }

    private static byte[] Decapsulate(ECDiffieHellman privateKey, byte[] encapsulated) =>
        Shared(privateKey, encapsulated, encapsulated, P256.PublicBytes(privateKey));

    private static byte[] Shared(ECDiffieHellman own, byte[] other, byte[] encapsulated, byte[] recipient)
    {
        using ECDiffieHellman peer = P256.Public(other);
        byte[] secret = own.DeriveRawSecretAgreement(peer.PublicKey);
        byte[] extracted = Extract(KemSuite, [], "eae_prk"u8, secret);
        CryptographicOperations.ZeroMemory(secret);
        return Expand(KemSuite, extracted, "shared_secret"u8, [.. encapsulated, .. recipient], Scalar);
    }

    private (byte[] Key, byte[] Nonce) Schedule(byte[] shared, byte[] info)
    {
        byte[] pskHash = Extract(suite, [], "psk_id_hash"u8, []);
        byte[] infoHash = Extract(suite, [], "info_hash"u8, info);
        byte[] context = [0, .. pskHash, .. infoHash];
        byte[] secret = Extract(suite, shared, "secret"u8, []);
        return (Expand(suite, secret, "key"u8, context, keySize), Expand(suite, secret, "base_nonce"u8, context, NonceSize));
    }

    private static byte[] Extract(byte[] suite, byte[] salt, ReadOnlySpan<byte> label, byte[] material) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. label, .. material], salt);

    private static byte[] Expand(byte[] suite, byte[] key, ReadOnlySpan<byte> label, byte[] info, int length)
    {
        byte[] size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        return HKDF.Expand(HashAlgorithmName.SHA256, key, length, [.. size, .. "HPKE-v1"u8, .. suite, .. label, .. info]);
    }
}
