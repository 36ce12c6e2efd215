using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of the notices of a dynamic market (A8-13, s.39): UK13 its intention, UK14 its establishment, UK15 a change, UK16 its end. Only UK15 has been seen on real releases (A14); the others follow the same extension.</summary>
internal static class MarketNotice
{
    public static readonly NoticeKind[] Kinds = [NoticeKind.MarketIntention, NoticeKind.MarketEstablishment, NoticeKind.MarketModification, NoticeKind.MarketCessation];

    public static string[] Tags(NoticeFacts facts) => facts.Kind switch
    {
        NoticeKind.MarketIntention => [facts.Earlier.Count == 0 ? "planning" : "planningUpdate"],
        NoticeKind.MarketModification => ["awardUpdate"],
        _ => [facts.Earlier.Contains(NoticeKind.MarketEstablishment) || facts.Earlier.Contains(NoticeKind.Tender) ? "tenderUpdate" : "tender"],
    };

    public static Release Write(NoticeFacts facts, Release release) => facts.Kind switch
    {
        NoticeKind.MarketIntention => release with { Planning = new PlanningSection([facts.NoticeDocument with { Description = facts.Said.Text("scope") }]), Tender = Section(facts) },
        NoticeKind.MarketModification => release with { Awards = Changed(facts) },
        _ => release with { Tender = Section(facts) },
    };

    private static TenderSection Section(NoticeFacts facts)
    {
        Tender tender = facts.Tender;
        bool planned = facts.Kind == NoticeKind.MarketIntention;
        return new TenderSection
        {
            Id = tender.Ref,
            Title = tender.Title,
            Description = facts.Said.Text("scope") ?? (tender.Description.Length == 0 ? null : tender.Description),
            Status = Stands(facts.Kind),
            FinalStatusDate = NoticeFacts.EndOf(facts.Said.Day("ceasedOn")),
            LegalBasis = TenderNotice.LegalBasis(tender.Regime),
            Classification = TenderNotice.Cpv(tender.Cpv),
            Items = tender.Lots.Count == 0 ? null : [.. tender.Lots.Select(lot => TenderNotice.Item(tender, lot))],
            MainProcurementCategory = "services",
            SpecialRegime = tender.Regime == Law.Regime.LightTouch ? ["lightTouch"] : null,
            AboveThreshold = facts.AboveThreshold,
            SubmissionMethodDetails = facts.Said.Text("howToJoin"),
            Communication = facts.Said.Day("establishedOn") is { } day && planned ? new Communication(NoticeFacts.StartOf(day)) : null,
            Techniques = new Techniques(null, null) { HasDynamicPurchasingSystem = true, DynamicPurchasingSystem = new MarketSection("open", Status(facts.Kind)) },
            Lots = tender.Lots.Count == 0 ? null : [.. tender.Lots.Select(lot => Lot(facts, lot))],
            Documents = planned ? null : Documents(facts),
        };
    }

    private static Document[] Documents(NoticeFacts facts) =>
        [.. facts.ConflictsDocument is { } conflicts ? new[] { conflicts } : [], facts.NoticeDocument with { Description = facts.Said.Text("reason") }];

    private static LotSection Lot(NoticeFacts facts, Lot lot) => new()
    {
        Id = lot.Number,
        Title = lot.Title,
        Status = Stands(facts.Kind),
        SelectionCriteria = facts.Said.Text("conditions") is { } conditions ? new SelectionCriteria([new SelectionCriterion(conditions)]) : null,
    };

    private static AwardSection[] Changed(NoticeFacts facts) =>
    [
        new AwardSection
        {
            Id = AwardNotice.AwardId(facts, "market"),
            Title = $"{facts.Tender.Title}: changes of the dynamic market",
            Status = "active",
            Amendments = [new AmendmentSection(facts.Address.ReleaseId, NoticeFacts.StartOf(facts.Said.Day("changedOn")) ?? NoticeFacts.Stamp(facts.At), facts.Said.Text("description") ?? "", facts.Said.Text("reason") ?? "")],
            Documents = [facts.NoticeDocument],
        },
    ];

    private static string Stands(NoticeKind kind) => kind switch
    {
        NoticeKind.MarketIntention => "planned",
        NoticeKind.MarketCessation => "complete",
        _ => "active",
    };

    private static string Status(NoticeKind kind) => kind switch
    {
        NoticeKind.MarketIntention => "pending",
        NoticeKind.MarketCessation => "terminated",
        _ => "active",
    };
}
