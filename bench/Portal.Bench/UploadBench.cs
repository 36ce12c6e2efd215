using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Bench;

/// <summary>B2: an upload sealed into the store against a loop that hashes, encrypts and waits for the disk; and how much memory it takes.</summary>
internal static class UploadBench
{
    private const int Chunk = 64 * 1024;

    public static async Task Run(Scale scale)
    {
        long bytes = (scale == Scale.Small ? 32L : 1024L) * 1024 * 1024;
        string folder = Directory.CreateTempSubdirectory("bench-upload-").FullName;
        FileKeyStore keys = new(Path.Combine(folder, "keys", "master.key"));
        FolderFileStore store = new(Path.Combine(folder, "files"));
        SealedFiles files = new(store, keys);
        Actor bidder = new(Id.New<PersonId>(), "B", Id.New<OrganisationId>(), "B", new HashSet<Role> { Role.ProviderBidder });
        await Pairs.Compare($"{bytes / 1024 / 1024} MiB", scale == Scale.Small ? 3 : 3, () => Bare(Path.Combine(folder, "bare"), bytes), () => Keep(files, keys, bidder, bytes), "≤ 1.25 (that is 0.8 of the limit)");

        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        using Endless content = new(bytes * (scale == Scale.Small ? 1 : 10), () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)));
        Upload upload = Upload.Begin(bidder, "big.bin", content.Length, keys, DateTimeOffset.UnixEpoch);
        UploadSegment segment = (await files.Keep(upload, content, CancellationToken.None))!;
        Pairs.Say($"memory over {content.Length / 1024 / 1024} MiB: grew by at most {(peak - before) / 1024.0 / 1024.0:0.0} MiB; aim ≤ 32 MiB");
        await files.Discard(segment, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Keep(SealedFiles files, FileKeyStore keys, Actor bidder, long bytes)
    {
        using Endless content = new(bytes);
        Upload upload = Upload.Begin(bidder, "big.bin", bytes, keys, DateTimeOffset.UnixEpoch);
        await using BrokenOffStream incoming = new(content, bytes);
        UploadSegment segment = (await files.Keep(upload, incoming, CancellationToken.None))!;
        if (segment.Bytes != bytes || incoming.Sha256().Length != SHA256.HashSizeInBytes)
        {
            throw new InvalidOperationException("Not all was kept.");
        }

        await files.Discard(segment, CancellationToken.None);
    }

    private static async Task Bare(string path, long bytes)
    {
        using Endless content = new(bytes);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using AesGcm aes = new(RandomNumberGenerator.GetBytes(32), 16);
        byte[] clear = new byte[Chunk];
        byte[] closed = new byte[Chunk + 16];
        byte[] nonce = new byte[12];
        await using (FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true))
        {
            int read;
            while ((read = await content.ReadAsync(clear)) > 0)
            {
                hash.AppendData(clear, 0, read);
                nonce[0]++;
                aes.Encrypt(nonce, clear.AsSpan(0, read), closed.AsSpan(0, read), closed.AsSpan(read, 16));
                await file.WriteAsync(closed.AsMemory(0, read + 16));
            }

            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }
}
