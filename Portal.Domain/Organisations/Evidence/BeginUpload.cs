using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Announces a file: its name and length. The bytes follow with <see cref="AppendToUpload"/>.</summary>
public sealed class BeginUpload(PortalDb db, IKeyStore keys, CompleteUpload complete, TimeProvider clock)
{
    /// <summary>The largest file that any slot takes: 2 GiB.</summary>
    public const long Largest = 2L * 1024 * 1024 * 1024;

    public async Task<Upload> Execute(Actor by, string name, long length, string metadata, CancellationToken ct)
    {
        if (length < 0 || length > Largest)
        {
            throw new RuleBroken("UPLOAD_SIZE", "A file may have at most 2 GiB.", field: "Upload-Length");
        }

        Upload upload = Upload.Begin(by, name, length, keys, clock.GetUtcNow(), metadata);
        if (length == 0)
        {
            await complete.Execute(upload, ct);
        }

        db.Add(upload);
        await db.Save(by, ct);
        return upload;
    }
}
