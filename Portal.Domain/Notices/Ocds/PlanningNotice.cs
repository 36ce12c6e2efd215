using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of the notices before a tender: UK1 (A3-01), UK2 (A3-03) and UK3 (A3-04).</summary>
internal static class PlanningNotice
{
    public static PlanningSection Planning(NoticeFacts facts) => facts.Kind == NoticeKind.MarketEngagement
        ? new PlanningSection([facts.NoticeDocument with { Description = facts.Said.Text("engagement") }], Engagement(facts))
        : new PlanningSection([facts.NoticeDocument]);

    /// <summary>The tender as it is planned: nothing of it can be bid for yet.</summary>
    public static TenderSection Section(NoticeFacts facts)
    {
        Tender tender = facts.Tender;
        Period? period = Period(facts);
        return new TenderSection
        {
            Id = tender.Ref,
            Title = tender.Title,
            Description = tender.Description.Length == 0 ? null : tender.Description,
            Status = "planned",
            LegalBasis = TenderNotice.LegalBasis(tender.Regime),
            Classification = TenderNotice.Cpv(tender.Cpv),
            Items = tender.Lots.Count == 0 ? null : [.. tender.Lots.Select(lot => TenderNotice.Item(tender, lot))],
            Value = NoticeFacts.Amount(tender.NetValue, tender.GrossValue),
            MainProcurementCategory = "services",
            SpecialRegime = tender.Regime == Law.Regime.LightTouch ? ["lightTouch"] : null,
            AboveThreshold = facts.AboveThreshold,
            Communication = facts.Said.Day("noticeOn") is { } day ? new Communication(NoticeFacts.StartOf(day)) : null,
            Lots = tender.Lots.Count == 0 ? null : [.. tender.Lots.Select(lot => Lot(lot, period))],
        };
    }

    private static LotSection Lot(Lot lot, Period? period) => new()
    {
        Id = lot.Number,
        Title = lot.Title,
        Description = lot.Description.Length == 0 ? null : lot.Description,
        Status = "planned",
        Value = NoticeFacts.Amount(lot.NetValue, lot.GrossValue),
        ContractPeriod = period,
    };

    private static Milestone[] Engagement(NoticeFacts facts) => facts.Said.Day("engageBy") is { } last
        ? [new Milestone("engagement", "engagement", NoticeFacts.EndOf(last)!.Value, "scheduled", facts.Said.Text("howToTakePart"), "Preliminary market engagement")]
        : [];

    private static Period? Period(NoticeFacts facts) => facts.Said.Day("startsOn") is null
        ? null
        : new Period(NoticeFacts.StartOf(facts.Said.Day("startsOn")), NoticeFacts.EndOf(facts.Said.Day("endsOn")));
}
