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
    /// <summary>Lots that were awarded before the others, once the award is public.</summary>
    public IReadOnlyList<LotsAwarded> Apart { get; init; } = [];

    public static async Task<TimetableFacts> Read(PortalDb db, Tender tender, CancellationToken cancel)
    {
        DateTimeOffset? opened = tender.Stage < TenderStage.Opened ? null
            : await db.LogEntries.AsNoTracking().Where(e => e.Subject == tender.Subject && e.Action == "tender.opened").OrderBy(e => e.Row).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
        IReadOnlyList<Award> awards = tender.Stage < TenderStage.Deciding ? [] : await db.AwardsOf(tender.Id, cancel);
        Award? award = awards.FirstOrDefault(a => a.Part == 0);
        return new TimetableFacts(opened, award?.NoticePublishedAt, award?.SignedAt)
        {
            Apart = [.. awards.Where(a => a.Part > 0 && a.NoticePublishedAt is not null).Select(a => new LotsAwarded(tender.PartInWords(a.Part), a.NoticePublishedAt!.Value, tender.LotsOfPart(a.Part).Any() ? a.StandstillEnd(tender) : null, a.SignedAt))],
        };
    }
}

/// <summary>Lots that were awarded before the others: when their award notice was published, until when their standstill lasts, when their contracts were signed.</summary>
public sealed record LotsAwarded(string Lots, DateTimeOffset NoticeAt, DateOnly? StandstillEndsOn, DateTimeOffset? SignedAt);

/// <summary>A point of the timetable: what, when, whether it has happened, and whether it never will because the procurement ended.</summary>
public sealed record TimelinePoint(string What, string When, bool Done, bool Struck = false)
{
    public static IReadOnlyList<TimelinePoint> Of(Tender tender, TimetableFacts facts, DateTimeOffset now)
    {
        DateTimeOffset until = tender.Cancelled is { } ended && ended.At < now ? ended.At : now;
        bool over = tender.Cancelled is not null;
        return [.. from point in Before(tender, facts, until).Concat(facts.Apart.SelectMany(lots => Apart(lots, LondonTime.DateOf(until)))).Concat(LotsLeft(tender) ? After(tender, facts, LondonTime.DateOf(until)) : [])
                   where point.When is not null
                   select new TimelinePoint(point.What, point.When!, point.Done, Struck: over && !point.Done)];
    }

    // Up to the opening.
    private static (string What, string? When, bool Done)[] Before(Tender tender, TimetableFacts facts, DateTimeOffset until) =>
    [
        ("Published", In(tender.PublishedAt), true),
        ("Questions close", In(tender.QuestionsCloseAt), tender.QuestionsCloseAt < until),
        ("Requests to take part close", In(tender.RequestsCloseAt), tender.RequestsCloseAt < until),
        (Closing(tender), In(tender.ClosesAt), tender.ClosesAt < until),
        facts.OpenedAt is { } opened ? ("Bids were opened", In(opened), true) : ("Bids are to be opened, at the earliest", In(tender.OpensAt), false),
        ("Final tenders expected", tender.Plan is null || tender.IsFinalRound ? null : In(tender.Dates.FinalTendersCloseAt), false),
    ];

    private static (string What, string? When, bool Done)[] Apart(LotsAwarded lots, DateOnly today) =>
    [
        ($"Award notice of {lots.Lots} published", In(lots.NoticeAt), true),
        ($"Standstill of {lots.Lots} ends", On(lots.StandstillEndsOn), lots.StandstillEndsOn < today),
        ($"Contract for {lots.Lots} signed", In(lots.SignedAt), true),
    ];

    private static bool LotsLeft(Tender tender) => !tender.HasLotsApart || tender.Cancelled is not null || tender.LotsOfPart(0).Any();

    // From the decision on; where some lots were awarded before, of the lots that are left.
    private static (string What, string? When, bool Done)[] After(Tender tender, TimetableFacts facts, DateOnly today)
    {
        // What is set apart is told only with its award notice.
        bool apart = facts.Apart.Count > 0 && tender.LotsOfPart(0).Any();
        string rest = tender.PartInWords(0);
        (string of, string on, string contract) = apart ? ($" of {rest}", $" on {rest}", $"Contract for {rest}") : ("", "", "Contract");
        return
        [
            facts.AwardNoticeAt is { } noticed ? ($"Award notice{of} published", In(noticed), true) : ($"Decision{on} {Planned(tender, tender.Dates.DecisionOn < today, "expected", "was expected, and is not announced yet")}", On(tender.Dates.DecisionOn), false),
            ($"Standstill{of} ends", On(tender.StandstillEndsOn), tender.StandstillEndsOn < today),
            facts.SignedAt is { } signed ? ($"{contract} signed", In(signed), true) : ($"{contract} {Planned(tender, tender.Dates.SignOn < today, "to be signed", "was to be signed, and is not yet")}", On(tender.Dates.SignOn), false),
            ($"{contract} starts", On(tender.Dates.StartsOn), facts.SignedAt is not null && tender.Dates.StartsOn <= today),
            ("Procurement ended without award", In(tender.Cancelled?.At), true),
        ];
    }

    // What was planned for a day that has passed is late, unless the procurement ended.
    private static string Planned(Tender tender, bool passed, string ahead, string late) => passed && tender.Cancelled is null ? late : ahead;

    private static string Closing(Tender tender) => tender.Plan is null ? "Tenders close" : tender.IsFinalRound ? "Final tenders close" : "Initial tenders close";

    private static string? In(DateTimeOffset? instant) => instant is { } at ? LondonTime.ForPeople(at) : null;

    private static string? On(DateOnly? day) => day is { } date ? LondonTime.Day(date) : null;
}
