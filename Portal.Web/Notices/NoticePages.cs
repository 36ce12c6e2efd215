using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Web.Notices;

/// <summary>One line of the list of a tender's notices.</summary>
public sealed record NoticeLine(string ReleaseId, NoticeWords Words, DateTimeOffset PublishedAt)
{
    /// <summary>The lots that it tells of, where it tells of some only: ", lot 2".</summary>
    public string Lots { get; init; } = "";
}

/// <summary>A tender's notices, newest first; a tender that is only planned may have some.</summary>
public sealed record NoticesPage(string TenderRef, string Title, OrganisationId Buyer, bool TenderIsPublic, string Ocid, IReadOnlyList<NoticeLine> Notices)
{
    public static async Task<NoticesPage> Read(PortalDb db, NoticeSettings settings, Actor? reader, string tenderRef, CancellationToken cancellation)
    {
        var tender = await db.Tenders.AsNoTracking().Where(t => t.Ref == tenderRef).Select(t => new { t.Title, t.Buyer, IsPublic = t.PublishedAt != null }).SingleOrDefaultAsync(cancellation);
        List<Notice> notices = await db.Notices.AsNoTracking().Where(n => n.TenderRef == tenderRef).OrderByDescending(n => n.Row).ToListAsync(cancellation);
        if (tender is null || (!tender.IsPublic && notices.Count == 0 && reader?.Organisation != tender.Buyer))
        {
            throw new NotFound($"Tender {tenderRef}");
        }

        return new NoticesPage(
            tenderRef,
            tender.IsPublic || reader?.Organisation == tender.Buyer ? tender.Title : notices[0].Title,
            tender.Buyer,
            tender.IsPublic,
            notices.Count == 0 ? settings.OcidOf(tenderRef) : notices[0].Ocid,
            [.. notices.Select(n => new NoticeLine(n.ReleaseId, NoticeWords.Of(n.Kind), n.PublishedAt) { Lots = n.OfLots(tender.Title) })]);
    }
}

/// <summary>One notice as people read it, from the very release that machines read.</summary>
public sealed record NoticePage(string TenderRef, string Title, OrganisationId Buyer, NoticeKind Kind, DateTimeOffset PublishedAt, NoticeDelivery Delivery, Release Release)
{
    public string? NationalNumber { get; init; }

    public string? Rejection { get; init; }

    public bool TenderIsPublic { get; init; }

    public NoticeWords Words => NoticeWords.Of(Kind);

    public static async Task<NoticePage> Read(PortalDb db, string tenderRef, string releaseId, CancellationToken cancellation)
    {
        Notice notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.TenderRef == tenderRef && n.ReleaseId == releaseId, cancellation)
            ?? throw new NotFound($"Notice {releaseId}");
        return new NoticePage(tenderRef, notice.Title, notice.Buyer, notice.Kind, notice.PublishedAt, notice.Delivery, OcdsJson.Read(notice.ReleaseJson))
        {
            NationalNumber = notice.NationalNumber,
            Rejection = notice.Rejection,
            TenderIsPublic = await db.Tenders.AnyAsync(t => t.Id == notice.Tender && t.PublishedAt != null, cancellation),
        };
    }
}
