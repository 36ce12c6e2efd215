using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Where a run of a file stands in the store and the key that opens it. Lives in memory and inside envelopes only.</summary>
public sealed record FileKey(Guid File, byte[] Key);

/// <summary>Puts clear bytes into the file store sealed and takes them out again, streaming; clear bytes never reach a disk.</summary>
public sealed class SealedFiles(IFileStore store, IKeyStore keys)
{
    /// <summary>Seals everything that comes; when the sender breaks off, what came is kept. Null when nothing came.</summary>
    public async Task<UploadSegment?> Keep(Upload upload, Stream content, CancellationToken ct)
    {
        Guid file = Guid.CreateVersion7();
        byte[] key = SealedStream.NewKey();
        long bytes;
        await using (Stream target = await store.Create(file, ct))
        {
            bytes = await SealedStream.Seal(content, target, key, Context(upload.Organisation, file), ct);
            await target.FlushAsync(ct);
        }

        if (bytes == 0 && upload.Length > 0)
        {
            await store.Delete(file, ct);
            return null;
        }

        byte[] wrapped = keys.Wrap(key, Upload.KeyPurpose(upload.Id));
        CryptographicOperations.ZeroMemory(key);
        return new UploadSegment(file, upload.Id, upload.Segments.Count, bytes, wrapped);
    }

    public Task Discard(UploadSegment segment, CancellationToken ct) => store.Delete(segment.File, ct);

    /// <summary>The keys of a file that is still readable to the portal.</summary>
    public IReadOnlyList<FileKey> KeysOf(Upload upload) =>
        [.. upload.Segments.OrderBy(s => s.Number).Select(s => new FileKey(s.File, keys.Unwrap(s.WrappedKey, Upload.KeyPurpose(upload.Id))))];

    public Task Read(Upload upload, Stream target, CancellationToken ct) => Read(upload.Organisation, KeysOf(upload), target, ct);

    public async Task Read(OrganisationId owner, IEnumerable<FileKey> files, Stream target, CancellationToken ct)
    {
        foreach (FileKey file in files)
        {
            await using Stream source = await store.Read(file.File, ct);
            await SealedStream.Open(source, target, file.Key, Context(owner, file.File), ct);
        }
    }

    /// <summary>The clear bytes as a stream that is filled while it is read.</summary>
    public Stream Clear(Upload upload, CancellationToken ct) => Clear(upload.Organisation, KeysOf(upload), ct);

    public Stream Clear(OrganisationId owner, IReadOnlyList<FileKey> files, CancellationToken ct)
    {
        Pipe pipe = new();
        _ = Fill(pipe.Writer, owner, files, ct);
        return pipe.Reader.AsStream();
    }

    private async Task Fill(PipeWriter writer, OrganisationId owner, IReadOnlyList<FileKey> files, CancellationToken ct)
    {
        try
        {
            await Read(owner, files, writer.AsStream(leaveOpen: true), ct);
            await writer.CompleteAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await writer.CompleteAsync(e);
        }
    }

    private static byte[] Context(OrganisationId owner, Guid file) => Encoding.ASCII.GetBytes($"36:{owner.Value};36:{file}");
}
