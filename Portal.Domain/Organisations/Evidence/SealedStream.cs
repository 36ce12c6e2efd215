using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Encrypts a file of any length as it streams: AES-256-GCM over 64 KiB chunks, the chunk's number as nonce, the last chunk marked, so that a cut, a swap or a repetition is found. A key is used for one stream only.</summary>
public static class SealedStream
{
    public const int ChunkSize = 64 * 1024;

    public const int KeySize = 32;

    private const int TagSize = 16;
    private const int SealedChunk = ChunkSize + TagSize;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeySize);

    /// <summary>How long the sealed form of a file is.</summary>
    public static long SealedLength(long plain) => plain + (TagSize * Math.Max(1, (plain + ChunkSize - 1) / ChunkSize));

    /// <summary>Seals all of <paramref name="plain"/> into <paramref name="target"/>; answers the plain length.</summary>
    public static async Task<long> Seal(Stream plain, Stream target, byte[] key, byte[] aad, CancellationToken ct)
    {
        using AesGcm aes = new(key, TagSize);
        byte[] chunk = new byte[ChunkSize];
        byte[] next = new byte[ChunkSize];
        byte[] whole = new byte[SealedChunk];
        long total = 0;
        int length = await plain.ReadAtLeastAsync(chunk, ChunkSize, throwOnEndOfStream: false, ct);
        for (long number = 0; ; number++)
        {
            int following = length < ChunkSize ? 0 : await plain.ReadAtLeastAsync(next, ChunkSize, throwOnEndOfStream: false, ct);
            aes.Encrypt(Nonce(number, last: following == 0), chunk.AsSpan(0, length), whole.AsSpan(0, length), whole.AsSpan(length, TagSize), aad);
            await target.WriteAsync(whole.AsMemory(0, length + TagSize), ct);
            total += length;
            if (following == 0)
            {
                CryptographicOperations.ZeroMemory(chunk);
                CryptographicOperations.ZeroMemory(next);
                return total;
            }

            (chunk, next, length) = (next, chunk, following);
        }
    }

    /// <summary>Opens a sealed stream chunk by chunk; raises <see cref="CryptographicException"/> at the first chunk that is not what was sealed, before any of it is handed on.</summary>
    public static async Task Open(Stream source, Stream target, byte[] key, byte[] aad, CancellationToken ct)
    {
        using AesGcm aes = new(key, TagSize);
        byte[] whole = new byte[SealedChunk];
        byte[] next = new byte[SealedChunk];
        byte[] plain = new byte[ChunkSize];
        int length = await source.ReadAtLeastAsync(whole, SealedChunk, throwOnEndOfStream: false, ct);
        for (long number = 0; ; number++)
        {
            int following = length < SealedChunk ? 0 : await source.ReadAtLeastAsync(next, SealedChunk, throwOnEndOfStream: false, ct);
            if (length < TagSize)
            {
                throw new AuthenticationTagMismatchException("The sealed file was cut off.");
            }

            int size = length - TagSize;
            aes.Decrypt(Nonce(number, last: following == 0), whole.AsSpan(0, size), whole.AsSpan(size, TagSize), plain.AsSpan(0, size), aad);
            await target.WriteAsync(plain.AsMemory(0, size), ct);
            if (following == 0)
            {
                return;
            }

            (whole, next, length) = (next, whole, following);
        }
    }

    private static byte[] Nonce(long number, bool last)
    {
        byte[] nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
