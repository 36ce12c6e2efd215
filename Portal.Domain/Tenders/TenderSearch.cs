using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>What a search asks for; everything is optional.</summary>
public sealed record TenderQuestion(string? Words = null, PublicStatus? Status = null, string? ServiceType = null, OrganisationId? Buyer = null);

/// <summary>Finds published tenders, soonest deadline first, in keyset pages.</summary>
public static class TenderSearch
{
    /// <summary>Where the page after this tender begins.</summary>
    public static string CursorAfter(Tender tender) => string.Create(CultureInfo.InvariantCulture, $"{tender.ClosesAt?.UtcTicks}~{tender.Ref}");

    extension(PortalDb db)
    {
        /// <summary>Published tenders with their lots, not tracked. An unreadable cursor starts at the beginning.</summary>
        public IQueryable<Tender> PublishedTenders(TenderQuestion asked, string? after, DateTimeOffset now)
        {
            IQueryable<Tender> found = db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => t.PublishedAt != null);
            found = OfStatus(found, asked.Status, now);
            if (asked.Words is { Length: > 0 } words)
            {
                string like = $"%{Escaped(words)}%";
                string typed = $"%{Escaped(words.Trim().Replace(' ', '-'))}%";
                found = found.Where(t => EF.Functions.Like(t.Title, like, "~") || EF.Functions.Like(t.Description, like, "~") || EF.Functions.Like(t.Ref, typed, "~"));
            }

            if (asked.ServiceType is { Length: > 0 } service)
            {
                found = found.Where(t => t.Lots.Any(l => l.ServiceType == service));
            }

            if (asked.Buyer is { } buyer)
            {
                found = found.Where(t => t.Buyer == buyer);
            }

            if (Read(after) is var (at, reference) && reference.Length > 0)
            {
                found = found.Where(t => t.ClosesAt > at || (t.ClosesAt == at && t.Ref.CompareTo(reference) > 0));
            }

            return found.OrderBy(t => t.ClosesAt).ThenBy(t => t.Ref);
        }
    }

    private static IQueryable<Tender> OfStatus(IQueryable<Tender> found, PublicStatus? status, DateTimeOffset now) => status switch
    {
        PublicStatus.Open => found.Where(t => (t.Stage == TenderStage.Open && t.RequestsCloseAt == null && t.ClosesAt >= now) || (t.Stage == TenderStage.Requesting && t.RequestsCloseAt >= now)),
        PublicStatus.Awarded => found.Where(t => Tender.AfterAward.Contains(t.Stage)),
        PublicStatus.Cancelled => found.Where(t => t.Stage == TenderStage.Cancelled),
        PublicStatus.Closed => Closed(found, now),
        _ => found,
    };

    // What is neither open, awarded nor cancelled.
    private static IQueryable<Tender> Closed(IQueryable<Tender> found, DateTimeOffset now) => found
        .Where(t => t.Stage != TenderStage.Cancelled && !Tender.AfterAward.Contains(t.Stage))
        .Where(t => !(t.Stage == TenderStage.Open && t.RequestsCloseAt == null && t.ClosesAt >= now))
        .Where(t => !(t.Stage == TenderStage.Requesting && t.RequestsCloseAt >= now));

    private static (DateTimeOffset At, string Ref) Read(string? cursor)
    {
        string[] parts = cursor?.Split('~', 2) ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
            : (default, "");
    }

    /// <summary>Whether a text is a cursor that a search gave out.</summary>
    public static bool IsCursor(string text) => Read(text).Ref.Length > 0;

    private static string Escaped(string words) =>
        words.Replace("~", "~~", StringComparison.Ordinal).Replace("%", "~%", StringComparison.Ordinal).Replace("_", "~_", StringComparison.Ordinal).Replace("[", "~[", StringComparison.Ordinal);
}
