using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Forgets uploads that were begun, never finished, and have expired, with the bytes that came.</summary>
public sealed class SweepUploads(PortalDb db, SealedFiles files, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>How many were forgotten.</summary>
    public async Task<int> Execute(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Upload> expired = await db.Uploads.Where(u => u.Sha256 == null && u.ExpiresAt <= now).OrderBy(u => u.ExpiresAt).Take(Most).ToListAsync(ct);
        db.RemoveRange(expired);
        await db.Save(Actor.Portal, ct);
        foreach (UploadSegment segment in expired.SelectMany(u => u.Segments))
        {
            await files.Discard(segment, ct);
        }

        return expired.Count;
    }
}
