using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>The notices that a dynamic market owes over its life (A8-13, s.39): before it begins, when it has begun, and when it has ended. A change owes one each, which the portal cannot foresee.</summary>
internal static class MarketDuties
{
    public static IEnumerable<DutyLine> Of(DutyFacts facts)
    {
        if (facts.Tender.Framework is not { DynamicMarket: true, StartsOn: { } starts } market)
        {
            yield break;
        }

        yield return Line(facts, NoticeKind.MarketIntention, starts.AddDays(-1), "Before the dynamic market is established (A8-13).");
        yield return Line(facts, NoticeKind.MarketEstablishment, starts.AddDays(1), "As soon as reasonably practicable after the dynamic market is established (A8-13).");
        foreach (PublicNotice change in facts.Notices.Where(n => n.Kind == NoticeKind.MarketModification))
        {
            yield return new DutyLine(NoticeKind.MarketModification, DutyState.Done, "", "After the dynamic market has changed (A8-13).", null, change.On, change.ReleaseId);
        }

        yield return Line(facts, NoticeKind.MarketCessation, market.EndsOn?.AddDays(1), "As soon as reasonably practicable after the dynamic market has ended (A8-13).");
    }

    private static DutyLine Line(DutyFacts facts, NoticeKind kind, DateOnly? due, string why)
    {
        PublicNotice? notice = facts.Notices.FirstOrDefault(n => n.Kind == kind);
        return new DutyLine(kind, DutyStates.Of(due, notice?.On, facts.Today), "", why, due, notice?.On, notice?.ReleaseId);
    }
}
