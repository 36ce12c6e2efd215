using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Drafts;

/// <summary>A bid holds the bidder's own files only, whichever door they come through.</summary>
internal static class OwnUploads
{
    /// <summary>Raises <see cref="RuleBroken"/> when a file that was not in the draft before is no upload of the bidder. One that was, and has lapsed since, does not stop the saving.</summary>
    public static async Task MustBeOwn(this PortalDb db, OrganisationId bidder, BidContent content, BidContent? before, CancellationToken ct)
    {
        UploadId[] added = [.. content.AllFiles.Except(before?.AllFiles ?? [])];
        int owned = added.Length == 0 ? 0 : await db.Uploads.CountAsync(u => u.Organisation == bidder && added.Contains(u.Id), ct);
        if (owned < added.Length)
        {
            throw new RuleBroken("NO_SUCH_UPLOAD", "A file that you chose is not among your uploads. Nothing was saved. Choose it again.");
        }
    }
}
