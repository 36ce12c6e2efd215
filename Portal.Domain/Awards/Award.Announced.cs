using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>The award notice as the central digital platform numbered it, and when the portal learned so (A3-10).</summary>
public sealed record AnnouncedAward(string? Number, DateTimeOffset At);

/// <content>The award notice counts from its publication on the central digital platform, not from the portal's.</content>
public sealed partial class Award
{
    /// <summary>What was last confirmed; of the present award only if <see cref="IsAnnounced"/>.</summary>
    public AnnouncedAward? Announced { get; private set; }

    /// <summary>Whether the present award's notice is known to be public on the central digital platform.</summary>
    public bool IsAnnounced => Announced is { } known && known.At >= NoticePublishedAt;

    /// <summary>The award notice is public there. Confirmed later than the day it was made, it moves the standstill's end: eight working days beginning with that day, never fewer than were stated (A10-07, A10-09).</summary>
    public void NoteNoticePublic(Tender tender, string? number, DateTimeOffset now)
    {
        if (Stage != AwardStage.Noticed || IsAnnounced)
        {
            return;
        }

        Announced = new AnnouncedAward(number, now);
        Happened("award.noticePublic", Subject, new { notice = "UK6", number, at = now });
        if (StandstillEnd(tender) is { } stated && StandstillPeriod.Beginning(now).LastDay is var last && last > stated)
        {
            Lengthen(tender, last);
        }
    }

    private IEnumerable<Reason> NotAnnounced(Tender tender)
    {
        if (Stage == AwardStage.Noticed && tender.OwesNotices && !IsAnnounced)
        {
            yield return new Reason("NOTICE_NOT_PUBLIC", "The award notice (UK6) has no number of the central digital platform yet. Publish it there and record its number; the standstill counts from then.", "A3-10");
        }
    }
}
