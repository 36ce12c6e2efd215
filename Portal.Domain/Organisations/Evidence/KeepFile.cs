using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Takes a whole file in one go, for a form with a file field: sealed, hashed, typed, scanned. Its upload id is the file's id for every room.</summary>
public sealed class KeepFile(PortalDb db, IKeyStore keys, SealedFiles files, CompleteUpload complete, TimeProvider clock)
{
    public async Task<Upload> Execute(Actor by, string name, long length, Stream content, CancellationToken ct)
    {
        if (length < 0 || length > BeginUpload.Largest)
        {
            throw new RuleBroken("UPLOAD_SIZE", "A file may have at most 2 GiB.");
        }

        Upload upload = Upload.Begin(by, name, length, keys, clock.GetUtcNow());
        if (await files.Keep(upload, content, ct) is { } segment)
        {
            upload.Append(segment);
        }

        await complete.Execute(upload, ct);
        db.Add(upload);
        await db.Save(by, ct);
        return upload;
    }
}
