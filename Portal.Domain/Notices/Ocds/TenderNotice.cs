using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of a UK4 tender notice (A4-06 to A4-08).</summary>
internal static class TenderNotice
{
    private static readonly Uri Act = new("https://www.legislation.gov.uk/ukpga/2023/54/contents");

    /// <summary>What is said about preliminary market engagement: nothing more where its own notice was published, else what was done or why there was none (A3-03, s.17).</summary>
    public static PlanningSection? Planning(NoticeFacts facts) => facts.Earlier.Contains(NoticeKind.MarketEngagement) || facts.Tender.MarketEngagement.Length == 0
        ? null
        : new PlanningSection(NoEngagementNoticeRationale: facts.Tender.MarketEngagement);

    public static TenderSection Section(NoticeFacts facts)
    {
        Tender tender = facts.Tender;
        return new TenderSection
        {
            Id = tender.Ref,
            Title = tender.Title,
            Description = NullIfEmpty(tender.Description),
            Status = "active",
            LegalBasis = LegalBasis(tender.Regime),
            Classification = Cpv(tender.Cpv),
            Items = [.. tender.Lots.Select(lot => Item(tender, lot))],
            Value = NoticeFacts.Amount(tender.NetValue, tender.GrossValue),
            ProcurementMethod = tender.Procedure == Procedure.Open ? "open" : "selective",
            ProcurementMethodDetails = MethodDetails(tender),
            MainProcurementCategory = "services",
            SpecialRegime = tender.Regime == Regime.LightTouch ? ["lightTouch"] : null,
            AboveThreshold = facts.AboveThreshold,
            SubmissionMethod = ["electronicSubmission"],
            SubmissionMethodDetails = facts.Settings.TenderAddress(tender.Ref),
            SubmissionTerms = new SubmissionTerms("required", ["en"]),
            TenderPeriod = Until(tender.ClosesAt),
            ExpressionOfInterestDeadline = tender.RequestsCloseAt is { } asked ? NoticeFacts.Stamp(asked) : null,
            SecondStage = tender.Plan is { } plan ? new SecondStage(plan.MostInvited, false) : null,
            EnquiryPeriod = Until(tender.QuestionsCloseAt),
            AwardPeriod = tender.Dates.DecisionOn is null ? null : new Period(null, NoticeFacts.EndOf(tender.Dates.DecisionOn)),
            Techniques = tender.Framework is { } framework ? Framework(framework) : null,
            LotDetails = Details(tender),
            Lots = [.. tender.Lots.Select(lot => Lot(tender, lot))],
            Documents = Documents(facts),
            Amendments = tender.Amendments.Count == 0 ? null : [.. tender.Amendments.Select((amendment, at) => Amendment(amendment, at))],
        };
    }

    public static Classification LegalBasis(Regime regime) => regime == Regime.Pcr2015
        ? new Classification("UKSI", "2015/102", Uri: new Uri("https://www.legislation.gov.uk/uksi/2015/102/contents"))
        : new Classification("UKPGA", "2023/54", Uri: Act);

    public static string MethodDetails(Tender tender) => (tender.Regime, tender.Procedure) switch
    {
        (Regime.BelowThreshold, _) => "Below threshold - open competition",
        (_, Procedure.Open) => "Open procedure",
        _ => "Competitive flexible procedure",
    };

    public static Period ContractPeriod(Tender tender, Lot lot) => new(
        NoticeFacts.StartOf(lot.StartsOn ?? tender.Dates.StartsOn),
        NoticeFacts.EndOf(lot.EndsOn ?? tender.Dates.EndsOn),
        NoticeFacts.EndOf(lot.ExtensionsTo));

    /// <summary>A code with its title where the portal knows it.</summary>
    public static Classification? Cpv(string code) => code.Length == 0 ? null : new Classification("CPV", code, CpvTitle.Of(code));

    public static ItemSection Item(Tender tender, Lot lot) => new(
        lot.Number,
        [.. tender.AdditionalCpv.Prepend(tender.Cpv).Distinct().Select(Cpv).OfType<Classification>()],
        lot.Regions.Count == 0 ? null : [.. lot.Regions.Select(region => new DeliveryPlace(region))],
        lot.Number);

    // The limit on lots (A4-13), and that criteria may be refined, without which they may not be (A4-15).
    private static LotDetails? Details(Tender tender)
    {
        string[] words = [.. new[] { tender.LotLimit?.InWords, tender.Plan is { MayRefine: true } ? "The award criteria may be refined before final tenders are invited (section 24 of the Procurement Act 2023)." : null }.OfType<string>()];
        return words.Length == 0 ? null : new LotDetails(tender.LotLimit is { Counts: LimitCounts.Lots } limit ? limit.Most : null, string.Join(' ', words));
    }

    private static LotSection Lot(Tender tender, Lot lot) => new()
    {
        Id = lot.Number,
        Title = lot.Title,
        Description = NullIfEmpty(InWords(lot.Description, lot.Cover?.InWords ?? "")),
        Status = lot.Ended is null ? "active" : "withdrawn",
        Value = NoticeFacts.Amount(lot.NetValue, lot.GrossValue),
        AwardCriteria = new AwardCriteria([.. lot.Criteria.Select(Criterion)]),
        SelectionCriteria = Selection(tender),
        ContractPeriod = ContractPeriod(tender, lot),
        Suitability = new Suitability(lot.SuitsSmes, lot.SuitsVcses),
        HasRenewal = lot.ExtensionsTo is not null,
        Renewal = lot.ExtensionsTo is { } last ? new Renewal($"May be extended until {Law.LondonTime.Day(last)} at the latest.") : null,
    };

    private static SelectionCriteria? Selection(Tender tender)
    {
        SelectionCriterion[] criteria =
        [
            .. tender.Conditions.Select(condition => new SelectionCriterion(condition)),
            .. (tender.Plan?.Shortlist ?? []).Select(c => new SelectionCriterion(c.Title) { ForReduction = true, Numbers = [new CriterionNumber(c.Weight)] }),
        ];
        return criteria.Length == 0 ? null : new SelectionCriteria(criteria);
    }

    private static CriterionSection Criterion(Criterion criterion) => new(
        criterion.Kind == CriterionKind.Price ? "price" : "quality",
        criterion.Title,
        criterion.Minimum is { } minimum
            ? $"{criterion.Description} A score below {minimum} of {criterion.Scale} disqualifies.".Trim()
            : NullIfEmpty(criterion.Description),
        [new CriterionNumber(criterion.Weight)]);

    // The code list knows open and closed only, so the words say how suppliers join.
    private static Techniques Framework(FrameworkTerms terms) => new(true, new FrameworkSection(
        terms.OpenFramework ? "open" : "closed",
        terms.OpenFramework,
        "withAndWithoutReopeningCompetition",
        InWords(terms.SelectionProcess, terms.PriceMechanism, terms.Uplift is { } uplift ? $"How prices may rise: {uplift.InWords}" : "", terms.JoiningInWords),
        terms.MostSuppliers,
        NullIfEmpty(terms.WhoMayUse))
    { Term = TermOf(terms), PeriodRationale = string.IsNullOrWhiteSpace(terms.LongerTermReason) ? null : terms.LongerTermReason });

    private static string InWords(params string[] sentences) => string.Join(' ', sentences.Where(said => said.Length > 0));

    private static string? TermOf(FrameworkTerms terms) => terms is { StartsOn: { } from, EndsOn: { } to }
        ? $"{Law.LondonTime.Day(from)} to {Law.LondonTime.Day(to)}{(terms.ExtensionsTo is { } longest ? $"; may be extended until {Law.LondonTime.Day(longest)} at the latest" : "")}"
        : null;

    private static Document[] Documents(NoticeFacts facts) =>
    [
        .. facts.Tender.Documents.Where(document => document.IsCurrent).Select(document => new Document(
            document.Id.Value.ToString(),
            "biddingDocuments",
            Title: document.Name,
            Description: $"SHA-256 {document.Sha256}",
            Url: new Uri($"{facts.Settings.TenderAddress(facts.Tender.Ref)}/documents/{document.Id.Value}"),
            DatePublished: NoticeFacts.Stamp(document.AddedAt > facts.At ? document.AddedAt : facts.At))),
        .. facts.ConflictsDocument is { } conflicts ? new[] { conflicts } : [],
        facts.NoticeDocument,
    ];

    private static AmendmentSection Amendment(Amendment amendment, int at) => new(
        (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), NoticeFacts.Stamp(amendment.At), amendment.What, amendment.Why);

    private static Period? Until(DateTimeOffset? end) => end is { } instant ? new Period(null, NoticeFacts.Stamp(instant)) : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
