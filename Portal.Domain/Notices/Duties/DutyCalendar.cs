using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>Counts the notice duties of a procurement from its rule set: which notice, by which day, and what was missed (A14).</summary>
public static class DutyCalendar
{
    /// <summary>Every duty of one procurement, in the order of the notices.</summary>
    public static IReadOnlyList<DutyLine> Of(DutyFacts facts) =>
    [
        .. new[] { Engagement(facts), Transparency(facts) }.OfType<DutyLine>()
            .Concat(TenderNotices(facts))
            .Append(AwardNotice(facts)).OfType<DutyLine>()
            .Concat(AwardNoticesApart(facts))
            .Concat(facts.Contracts.Where(c => c.SignedOn is not null && facts.Tender.OwesNotices).SelectMany(contract => ContractDuties.Of(facts, contract)))
            .Concat(Termination(facts))
            .Concat(MarketDuties.Of(facts))
            .Select(line => line with { TenderRef = facts.Tender.Ref, TenderTitle = facts.Tender.Title })
            .OrderBy(line => line.Kind),
    ];

    private static DutyLine? Engagement(DutyFacts facts)
    {
        if (Published(facts, NoticeKind.MarketEngagement) is { } notice)
        {
            return new DutyLine(NoticeKind.MarketEngagement, DutyState.Done, "", "Published before the tender notice (A3-03).", null, notice.On, notice.ReleaseId);
        }

        return facts.Tender.Stage == TenderStage.Drafting
            ? new DutyLine(NoticeKind.MarketEngagement, DutyState.Later, "", "Needed only if you speak with suppliers first; publish it before the tender notice, or give the reason there (A3-03).", null)
            : new DutyLine(NoticeKind.MarketEngagement, DutyState.NotRequired, "", "The tender notice says what was done instead (A3-03).", null);
    }

    private static DutyLine? Transparency(DutyFacts facts) => Published(facts, NoticeKind.Transparency) is { } notice
        ? new DutyLine(NoticeKind.Transparency, DutyState.Done, "", "Published before the award (A9-07).", null, notice.On, notice.ReleaseId)
        : null;

    private static IEnumerable<DutyLine> TenderNotices(DutyFacts facts)
    {
        PublicNotice[] published = [.. facts.Notices.Where(n => n.Kind == NoticeKind.Tender)];
        if (facts.Tender.PublishedAt is { } at)
        {
            DateOnly day = LondonTime.DateOf(at);
            yield return At(facts, NoticeKind.Tender, "", "The procurement begins with it (A4-05).", day, published.ElementAtOrDefault(0));
            for (int change = 0; change < facts.Tender.Amendments.Count; change++)
            {
                DateOnly changed = LondonTime.DateOf(facts.Tender.Amendments[change].At);
                yield return At(facts, NoticeKind.Tender, $"Change {change + 1}", "A changed tender is published again (A7-04).", changed, published.ElementAtOrDefault(change + 1));
            }
        }
        else if (facts.Tender.Stage == TenderStage.Drafting)
        {
            yield return new DutyLine(NoticeKind.Tender, DutyState.Later, "", "Made by the portal when the tender is published (A4-05).", null);
        }
    }

    private static DutyLine? AwardNotice(DutyFacts facts)
    {
        PublicNotice? notice = facts.Notices.FirstOrDefault(n => n is { Kind: NoticeKind.ContractAward, Part: 0 });
        if (notice is null && facts.SummariesOn is null)
        {
            return null;
        }

        return At(facts, NoticeKind.ContractAward, "", "After the assessment summaries and before the contract is entered into (A10-01).", facts.Tender.Dates.SignOn, notice);
    }

    // Lots awarded before the others have notices of their own.
    private static IEnumerable<DutyLine> AwardNoticesApart(DutyFacts facts) =>
        from apart in facts.Apart
        let notice = facts.Notices.LastOrDefault(n => n.Kind == NoticeKind.ContractAward && n.Part == apart.Part)
        where notice is not null || apart.SummariesOn is not null
        select At(facts, NoticeKind.ContractAward, char.ToUpperInvariant(apart.Lots[0]) + apart.Lots[1..], "After the assessment summaries of these lots and before their contracts are entered into (A10-01).", facts.Tender.Dates.SignOn, notice);

    private static IEnumerable<DutyLine> Termination(DutyFacts facts)
    {
        // Each lot that ended alone has its own notice, and all of them come before one that ends the rest.
        PublicNotice[] published = [.. facts.Notices.Where(n => n.Kind == NoticeKind.ProcurementTermination)];
        Lot[] lots = [.. facts.Tender.LotsEnded];
        for (int at = 0; at < lots.Length; at++)
        {
            yield return At(facts, NoticeKind.ProcurementTermination, $"Lot {lots[at].Number}", "As soon as reasonably practicable after the decision not to award the lot (A11-11).", LondonTime.DateOf(lots[at].Ended!.At).AddDays(1), published.ElementAtOrDefault(at));
        }

        bool begun = facts.Tender.IsPublished || facts.Notices.Any(n => n.Kind == NoticeKind.Transparency);
        if (begun && facts.Tender.Cancelled is { } cancelled)
        {
            DateOnly day = LondonTime.DateOf(cancelled.At);
            yield return At(facts, NoticeKind.ProcurementTermination, "", "As soon as reasonably practicable after the decision to award nothing (A11-11).", day.AddDays(1), published.ElementAtOrDefault(lots.Length));
        }
    }

    private static DutyLine At(DutyFacts facts, NoticeKind kind, string subject, string why, DateOnly? due, PublicNotice? notice) =>
        new(kind, DutyStates.Of(due, notice?.On, facts.Today), subject, why, due, notice?.On, notice?.ReleaseId);

    private static PublicNotice? Published(DutyFacts facts, NoticeKind kind) => facts.Notices.FirstOrDefault(n => n.Kind == kind);
}
