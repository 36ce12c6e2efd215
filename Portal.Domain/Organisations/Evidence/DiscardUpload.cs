using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Forgets an upload that its organisation does not want any more; one that was sealed into a bid stays.</summary>
public sealed class DiscardUpload(PortalDb db, SealedFiles files)
{
    public async Task Execute(Actor by, UploadId id, CancellationToken ct)
    {
        Upload upload = await db.LoadUpload(by, id, ct);
        if (upload.IsSealed)
        {
            throw new RuleBroken("UPLOAD_SEALED", "This file is part of a sealed bid and stays with it.");
        }

        if (await db.EvidenceDocuments.AnyAsync(d => d.Versions.Any(v => v.File == id), ct))
        {
            throw new RuleBroken("UPLOAD_KEPT", "This file is in your evidence library and stays there.");
        }

        db.Remove(upload);
        await db.Save(by, ct);
        foreach (UploadSegment segment in upload.Segments)
        {
            await files.Discard(segment, ct);
        }
    }
}
