using System.Security.Cryptography;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Reads a whole upload back from the store: hash, type by content, virus scan. What it finds is what people are told.</summary>
public sealed class CompleteUpload(SealedFiles files, IVirusScan scan)
{
    public async Task Execute(Upload upload, CancellationToken ct)
    {
        (string sha256, string type) = await Look(upload, ct);
        await using Stream clear = files.Clear(upload, ct);
        upload.Complete(sha256, type, await scan.Scan(clear, ct));
    }

    private async Task<(string Sha256, string Type)> Look(Upload upload, CancellationToken ct)
    {
        await using Stream clear = files.Clear(upload, ct);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[SealedStream.ChunkSize];
        string? type = null;
        int read;
        while ((read = await clear.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
        {
            type ??= FileTypes.Of(buffer.AsSpan(0, Math.Min(read, FileTypes.Head)));
            hash.AppendData(buffer, 0, read);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), type ?? "unknown");
    }
}
