using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Finding;

/// <summary>How far the procurement of a notice has come, as the public may ask for it.</summary>
public enum ProcurementStatus
{
    Planned,
    Open,
    Closed,
    Awarded,
    Cancelled,
}

/// <summary>What a search for notices asks; everything is optional and everything given must hold.</summary>
public sealed record NoticeSearch
{
    /// <summary>Each word must occur in the title, reference, buyer or description.</summary>
    public string? Words { get; init; }

    /// <summary>A CPV code, or how it begins.</summary>
    public string? Cpv { get; init; }

    /// <summary>The code of a region or authority where the service is wanted.</summary>
    public string? Region { get; init; }

    /// <summary>Words of a lot: its number, title or kind of service.</summary>
    public string? Lot { get; init; }

    public NoticeKind? Kind { get; init; }

    public ProcurementStatus? Status { get; init; }

    /// <summary>Whole pounds without VAT.</summary>
    public long? AtLeast { get; init; }

    public long? AtMost { get; init; }

    /// <summary>Published on that day in London or later.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool IsEmpty => this == new NoticeSearch();
}

/// <summary>Finds notices, newest first.</summary>
public static class NoticeFinding
{
    private const int MostWords = 10;

    extension(PortalDb db)
    {
        /// <summary>Every notice that fits, not tracked, newest first.</summary>
        public IQueryable<Notice> FindNotices(NoticeSearch asked, DateTimeOffset now)
        {
            IQueryable<Notice> found = db.Notices.AsNoTracking();
            foreach (string word in Split(asked.Words))
            {
                string like = $"%{Escaped(word)}%";
                found = found.Where(n => EF.Functions.Like(n.SearchWords, like, "~"));
            }

            foreach (string word in Split(asked.Lot))
            {
                string like = $"%{Escaped(word)}%";
                found = found.Where(n => EF.Functions.Like(n.SearchLots, like, "~"));
            }

            return db.OfStatus(Coded(found, asked), asked.Status, now).OrderByDescending(n => n.Row);
        }

        private IQueryable<Notice> OfStatus(IQueryable<Notice> found, ProcurementStatus? status, DateTimeOffset now)
        {
            if (status is not { } wanted)
            {
                return found;
            }

            if (wanted == ProcurementStatus.Planned)
            {
                IQueryable<Tender> drafts = db.Tenders.Where(t => t.Stage == TenderStage.Drafting);
                return found.Where(n => drafts.Any(t => t.Id == n.Tender));
            }

            IQueryable<Tender> tenders = db.PublishedTenders(new TenderQuestion(Status: Enum.Parse<PublicStatus>(wanted.ToString())), null, now);
            return found.Where(n => tenders.Any(t => t.Id == n.Tender));
        }
    }

    private static IQueryable<Notice> Coded(IQueryable<Notice> found, NoticeSearch asked)
    {
        if (asked.Cpv?.Trim() is { Length: > 0 } cpv)
        {
            string beginning = " " + cpv;
            found = found.Where(n => n.SearchCodes.Contains(beginning));
        }

        if (asked.Region?.Trim() is { Length: > 0 } region)
        {
            string code = $" {region} ";
            string name = $" {EnglishRegion.NameOf(region) ?? region} ";
            found = found.Where(n => n.SearchPlaces.Contains(code) || n.SearchPlaces.Contains(name));
        }

        found = asked.Kind is { } kind ? found.Where(n => n.Kind == kind) : found;
        return Dated(found, asked);
    }

    private static IQueryable<Notice> Dated(IQueryable<Notice> found, NoticeSearch asked)
    {
        found = asked.AtLeast is { } least ? found.Where(n => n.SearchPounds >= least) : found;
        found = asked.AtMost is { } most ? found.Where(n => n.SearchPounds <= most) : found;
        if (asked.From is { } from)
        {
            DateTimeOffset first = LondonTime.StartOfDay(from);
            found = found.Where(n => n.PublishedAt >= first);
        }

        if (asked.To is { } to && to < DateOnly.MaxValue)
        {
            DateTimeOffset next = LondonTime.StartOfDay(to.AddDays(1));
            found = found.Where(n => n.PublishedAt < next);
        }

        return found;
    }

    private static IEnumerable<string> Split(string? words) => (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords);

    private static string Escaped(string word) =>
        word.Replace("~", "~~", StringComparison.Ordinal).Replace("%", "~%", StringComparison.Ordinal).Replace("_", "~_", StringComparison.Ordinal).Replace("[", "~[", StringComparison.Ordinal);
}
