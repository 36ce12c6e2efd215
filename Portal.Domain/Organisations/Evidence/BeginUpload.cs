using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Announces a file: its name and length. The bytes follow with <see cref="AppendToUpload"/>.</summary>
public sealed class BeginUpload(PortalDb db, IKeyStore keys, CompleteUpload complete, TimeProvider clock)
{
    /// <summary>The largest file that any slot takes: 2 GiB.</summary>
    public const long Largest = 2L * 1024 * 1024 * 1024;

    /// <summary>What all files of one organisation may have together; what is begun counts whole, until it is finished or swept away.</summary>
    public const long Allowance = 50L * 1024 * 1024 * 1024;

    public async Task<Upload> Execute(Actor by, string name, long length, string metadata, CancellationToken ct)
    {
        if (length < 0 || length > Largest)
        {
            throw new RuleBroken("UPLOAD_SIZE", "A file may have at most 2 GiB.", field: "Upload-Length");
        }

        long held = await db.Uploads.Where(u => u.Organisation == by.Organisation).SumAsync(u => u.Length, ct);
        if (held + length > Allowance)
        {
            throw new RuleBroken("UPLOAD_ALLOWANCE", "Your organisation's files have 50 GiB together, which is all that is kept for one. Remove drafts and documents that you no longer need, or write to the help desk.", field: "Upload-Length");
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
