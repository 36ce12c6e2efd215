using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>What the feed tells of awards: when the newest award notice of a tender was published, and the standstills of the last weeks, of lots awarded apart each its own.</summary>
public sealed record FeedAwards(IReadOnlyDictionary<TenderId, DateTimeOffset> Announced, ILookup<TenderId, AwardStandstill> Standstills)
{
    // Long over after that, Christmas and a late publication on the central platform included.
    private static readonly TimeSpan News = TimeSpan.FromDays(45);

    public static async Task<FeedAwards> Read(PortalDb db, IReadOnlyList<Tender> tenders, DateTimeOffset now, CancellationToken cancel)
    {
        TenderId[] ids = [.. tenders.Select(t => t.Id)];
        var noticed = await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Tender) && a.NoticePublishedAt != null).Select(a => new { a.Tender, At = a.NoticePublishedAt!.Value }).ToListAsync(cancel);
        TenderId[] lately = [.. noticed.Where(n => n.At > now - News).Select(n => n.Tender).Distinct()];
        List<Tender> whole = lately.Length == 0 ? [] : await db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => lately.Contains(t.Id)).ToListAsync(cancel);
        ILookup<TenderId, Award> awards = (lately.Length == 0 ? [] : await db.Awards.AsNoTracking().Where(a => lately.Contains(a.Tender)).ToListAsync(cancel)).ToLookup(a => a.Tender);
        return new FeedAwards(
            noticed.GroupBy(n => n.Tender).ToDictionary(n => n.Key, n => n.Max(a => a.At)),
            whole.SelectMany(t => AwardStandstill.Of(t, awards[t.Id]).Select(s => (t.Id, s))).ToLookup(p => p.Id, p => p.s));
    }
}
