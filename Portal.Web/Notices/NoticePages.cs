using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Web.Notices;

/// <summary>One line of the list of a tender's notices.</summary>
public sealed record NoticeLine(string ReleaseId, NoticeWords Words, DateTimeOffset PublishedAt);

/// <summary>A published tender's notices, newest first.</summary>
public sealed record NoticesPage(string TenderRef, string Title, string Ocid, IReadOnlyList<NoticeLine> Notices)
{
    public static async Task<NoticesPage> Read(PortalDb db, NoticeSettings settings, string tenderRef, CancellationToken cancellation)
    {
        string title = await db.Tenders.AsNoTracking().Where(t => t.Ref == tenderRef && t.PublishedAt != null).Select(t => t.Title).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFound($"Tender {tenderRef}");
        List<Notice> notices = await db.Notices.AsNoTracking().Where(n => n.TenderRef == tenderRef).OrderByDescending(n => n.Row).ToListAsync(cancellation);
        return new NoticesPage(
            tenderRef,
            title,
            notices.Count == 0 ? settings.OcidOf(tenderRef) : notices[0].Ocid,
            [.. notices.Select(n => new NoticeLine(n.ReleaseId, NoticeWords.Of(n.Kind), n.PublishedAt))]);
    }
}

/// <summary>One notice as people read it, from the very release that machines read.</summary>
public sealed record NoticePage(string TenderRef, OrganisationId Buyer, NoticeWords Words, DateTimeOffset PublishedAt, NoticeDelivery Delivery, string? NationalNumber, Release Release)
{
    public static async Task<NoticePage> Read(PortalDb db, string tenderRef, string releaseId, CancellationToken cancellation)
    {
        Notice notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.TenderRef == tenderRef && n.ReleaseId == releaseId, cancellation)
            ?? throw new NotFound($"Notice {releaseId}");
        return new NoticePage(tenderRef, notice.Buyer, NoticeWords.Of(notice.Kind), notice.PublishedAt, notice.Delivery, notice.NationalNumber, OcdsJson.Read(notice.ReleaseJson));
    }
}
