using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>What really happened with a tender so far, from the record, not from its plan.</summary>
public sealed record TimetableFacts(DateTimeOffset? OpenedAt, DateTimeOffset? AwardNoticeAt, DateTimeOffset? SignedAt)
{
    public static async Task<TimetableFacts> Read(PortalDb db, Tender tender, CancellationToken cancel)
    {
        DateTimeOffset? opened = tender.Stage < TenderStage.Opened ? null
            : await db.LogEntries.AsNoTracking().Where(e => e.Subject == tender.Subject && e.Action == "tender.opened").OrderBy(e => e.Row).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
        Award? award = tender.Stage < TenderStage.Deciding ? null : await db.AwardOf(tender.Id, cancel);
        return new TimetableFacts(opened, award?.NoticePublishedAt, award?.SignedAt);
    }
}

/// <summary>A point of the timetable: what, when, whether it has happened, and whether it never will because the procurement ended.</summary>
public sealed record TimelinePoint(string What, string When, bool Done, bool Struck = false)
{
    public static IReadOnlyList<TimelinePoint> Of(Tender tender, TimetableFacts facts, DateTimeOffset now)
    {
        DateTimeOffset until = tender.Cancelled is { } ended && ended.At < now ? ended.At : now;
        DateOnly today = LondonTime.DateOf(until);
        bool over = tender.Cancelled is not null;
        List<TimelinePoint> points = [];
        void Add(string what, string? when, bool done)
        {
            if (when is not null)
            {
                points.Add(new TimelinePoint(what, when, done, Struck: over && !done));
            }
        }

        Add("Published", In(tender.PublishedAt), true);
        Add("Questions close", In(tender.QuestionsCloseAt), tender.QuestionsCloseAt < until);
        Add("Requests to take part close", In(tender.RequestsCloseAt), tender.RequestsCloseAt < until);
        Add(tender.Plan is null ? "Tenders close" : tender.IsFinalRound ? "Final tenders close" : "Initial tenders close", In(tender.ClosesAt), tender.ClosesAt < until);
        Add(facts.OpenedAt is null ? "Bids are to be opened, at the earliest" : "Bids were opened", In(facts.OpenedAt ?? tender.OpensAt), facts.OpenedAt is not null);
        Add("Final tenders expected", tender.Plan is null || tender.IsFinalRound ? null : In(tender.Dates.FinalTendersCloseAt), false);
        Add(facts.AwardNoticeAt is null ? "Decision expected" : "Award notice published", facts.AwardNoticeAt is null ? On(tender.Dates.DecisionOn) : In(facts.AwardNoticeAt), facts.AwardNoticeAt is not null);
        Add("Standstill ends", On(tender.StandstillEndsOn), tender.StandstillEndsOn < today);
        Add(facts.SignedAt is null ? "Contract to be signed" : "Contract signed", facts.SignedAt is null ? On(tender.Dates.SignOn) : In(facts.SignedAt), facts.SignedAt is not null);
        Add("Contract starts", On(tender.Dates.StartsOn), facts.SignedAt is not null && tender.Dates.StartsOn <= today);
        Add("Procurement ended without award", In(tender.Cancelled?.At), true);
        return points;
    }

    private static string? In(DateTimeOffset? instant) => instant is { } at ? LondonTime.ForPeople(at) : null;

    private static string? On(DateOnly? day) => day is { } date ? LondonTime.Day(date) : null;
}
