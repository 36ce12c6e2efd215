using Portal.Domain.Awards.Direct;

namespace Portal.Domain.Notices.Delivering;

/// <summary>Tells a direct award that its transparency notice is public on the central digital platform: before, nothing is decided (A9-07).</summary>
internal static class DirectAwardTold
{
    extension(PortalDb db)
    {
        public async Task TellDirectAward(Notice notice, DateTimeOffset now, CancellationToken cancellation)
        {
            bool isPublic = notice is { Kind: NoticeKind.Transparency, Delivery: NoticeDelivery.Delivered };
            if (isPublic && await db.DirectAwardOf(notice.Tender, cancellation) is { } direct && direct.NoticeId == notice.ReleaseId)
            {
                direct.NoteNoticePublic(notice.NationalNumber, now);
            }
        }
    }
}
