using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Delivering;

/// <summary>Tells an award that its notice UK6 is public on the central digital platform: before, nothing is signed (A3-10, A10-07).</summary>
internal static class AwardTold
{
    extension(PortalDb db)
    {
        public async Task TellAward(Notice notice, DateTimeOffset now, CancellationToken cancellation)
        {
            bool isPublic = notice is { Kind: NoticeKind.ContractAward, Delivery: NoticeDelivery.Delivered };
            if (isPublic && await db.AwardOf(notice.Tender, await db.PartOf(notice, cancellation), cancellation) is { } award && notice.PublishedAt >= award.NoticePublishedAt)
            {
                award.NoteNoticePublic(await db.LoadTender(notice.Tender, cancellation), notice.NationalNumber, now);
            }
        }

        // The happening from which the notice was made names its award.
        private async Task<int> PartOf(Notice notice, CancellationToken cancellation) =>
            notice.MadeFrom is { } row && await db.LogEntries.Where(e => e.Row == row).Select(e => e.Subject).SingleOrDefaultAsync(cancellation) is { } subject ? AwardRef.OfSubject(subject).Part : 0;
    }
}
