using Microsoft.EntityFrameworkCore;
using Portal.Domain.Notices.Ocds;

namespace Portal.Domain.Notices.Delivering;

/// <summary>Writes every release since an instant as one package, row by row: the memory it takes does not grow with the number of releases.</summary>
public sealed class ExportReleases(PortalDb db, NoticeSettings settings, TimeProvider clock)
{
    /// <summary>How many releases were written.</summary>
    public async Task<int> Execute(Stream into, Uri self, DateTimeOffset? since = null, CancellationToken cancellation = default)
    {
        IQueryable<Notice> wanted = db.Notices.AsNoTracking();
        wanted = since is { } earliest ? wanted.Where(n => n.PublishedAt >= earliest) : wanted;
        IAsyncEnumerable<string> releases = wanted.OrderBy(n => n.Row).Select(n => n.ReleaseJson).AsAsyncEnumerable();
        return await OcdsPackage.StreamReleases(into, settings, self, clock.GetUtcNow(), releases, cancellation);
    }
}
