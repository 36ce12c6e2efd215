using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of a UK6 contract award notice (A10-06, B1-13) and, once signed, of a UK7 contract details notice (A11-01).</summary>
internal static class AwardNotice
{
    /// <summary>The tender with its lots: complete where awarded, unsuccessful where the procurement of a lot ceased.</summary>
    public static TenderSection Tender(NoticeFacts facts, bool signed)
    {
        Tender tender = facts.Tender;
        TenderSection section = new()
        {
            Id = tender.Ref,
            Title = tender.Title,
            Status = signed && !OthersGoOn(facts) ? "complete" : "active",
            LegalBasis = TenderNotice.LegalBasis(tender.Regime),
            ProcurementMethod = tender.Procedure == Procedure.Open ? "open" : "selective",
            ProcurementMethodDetails = TenderNotice.MethodDetails(tender),
            SpecialRegime = tender.Regime == Law.Regime.LightTouch ? ["lightTouch"] : null,
            AboveThreshold = facts.AboveThreshold,
            Lots = [.. tender.Lots.Where(lot => facts.Part is null || lot.Part == facts.Part).Select(lot => new LotSection { Id = lot.Number, Title = lot.Title, Status = StatusOf(facts, lot, signed) })],
        };
        return tender.IsDirect ? TransparencyNotice.Method(facts, section) : section;
    }

    public static BidsSection Bids(NoticeFacts facts) => new([.. facts.Told.SelectMany(lot => Counts(facts, lot))]);

    // How many came and were assessed, and of these how many from small or medium-sized and from voluntary, community or social enterprises, once all have said which they are (A10-06).
    private static IEnumerable<BidStatistic> Counts(NoticeFacts facts, AwardedLot lot)
    {
        if (lot.Submitted > 0)
        {
            yield return Count(lot, "bids", lot.Submitted);
        }

        yield return Count(lot, "finalStageBids", lot.TendersAssessed);
        SupplierScale[] scales = [.. lot.Assessed.Select(bidder => facts.Parties.GetValueOrDefault(bidder)?.Scale).OfType<SupplierScale>()];
        if (scales.Length == lot.TendersAssessed && scales.Length > 0)
        {
            yield return Count(lot, "smeFinalStageBids", scales.Count(scale => scale.Sme));
            yield return Count(lot, "vcseFinalStageBids", scales.Count(scale => scale.Vcse));
        }
    }

    private static BidStatistic Count(AwardedLot lot, string measure, int value) => new($"{measure}-{lot.Number}", measure, value, lot.Number);

    public static AwardSection[] Awards(NoticeFacts facts, bool signed) => [.. Won(facts).Select(lot => Award(facts, lot, signed))];

    public static ContractSection[] Contracts(NoticeFacts facts, bool signed) =>
    [
        .. from lot in Won(facts)
           from at in Enumerable.Range(0, lot.Suppliers.Count)
           select Contract(facts, lot, at, signed),
    ];

    private static IEnumerable<AwardedLot> Won(NoticeFacts facts) => facts.Told.Where(lot => lot.Suppliers.Count > 0);

    // Lots of another award that are neither signed nor ended keep the procurement running.
    private static bool OthersGoOn(NoticeFacts facts) => facts.Tender.LotsGoingOn.Any(lot => lot.Part != facts.Part && lot.Awarding?.SignedAt is null && facts.Part is not null);

    private static AwardSection Award(NoticeFacts facts, AwardedLot awarded, bool signed)
    {
        Lot lot = LotOf(facts, awarded);
        AwardSection award = new()
        {
            Id = AwardId(facts, awarded.Number),
            Title = $"{facts.Tender.Title}: lot {lot.Number}, {lot.Title}",
            Status = signed ? "active" : "pending",
            Date = NoticeFacts.Stamp(awarded.DecidedAt),
            Suppliers = [.. awarded.Suppliers.Select(facts.Reference)],
            Value = Worth(lot, awarded, awarded.Suppliers) ?? NoticeFacts.Amount(lot.NetValue, lot.GrossValue),
            Description = awarded.Worth.Count > 0 ? "The value is the awarded prices times the quantities assumed in the tender." : "The value is estimated: it is the estimate of the lot in the tender notice.",
            RelatedLots = [lot.Number],
            ContractPeriod = PeriodOf(facts, awarded, lot),
            AboveThreshold = facts.AboveThreshold,
            MainProcurementCategory = "services",
        };
        return signed ? award : award with
        {
            AssessmentSummariesDateSent = awarded.SummariesSentAt is { } sent ? NoticeFacts.Stamp(sent) : null,
            StandstillPeriod = StandstillEnd(facts, awarded) is not { } ends ? null : new Period(NoticeFacts.Stamp(facts.At), NoticeFacts.EndOf(ends)),
            Milestones = FutureSignature(facts, awarded),
            Documents = [facts.NoticeDocument],
        };
    }

    // With VAT only where the lot's own estimate says that none is paid on it (A1-12); otherwise the rate is nobody's to guess.
    private static Value? Worth(Lot lot, AwardedLot awarded, IReadOnlyList<OrganisationId> suppliers)
    {
        if (awarded.Worth.Count == 0)
        {
            return null;
        }

        var net = new Money(suppliers.Sum(s => awarded.Worth.GetValueOrDefault(s)));
        return NoticeFacts.Amount(net, lot.NetValue == lot.GrossValue ? net : null);
    }

    private static DateOnly? StandstillEnd(NoticeFacts facts, AwardedLot awarded) => awarded.Part == 0 ? facts.Tender.StandstillEndsOn : awarded.StandstillEndsOn;

    private static Milestone[]? FutureSignature(NoticeFacts facts, AwardedLot awarded)
    {
        DateOnly? stands = StandstillEnd(facts, awarded);
        DateOnly? day = facts.Tender.Dates.SignOn > stands ? facts.Tender.Dates.SignOn : stands?.AddDays(1);
        return NoticeFacts.EndOf(day) is { } due ? [new Milestone("1", "futureSignatureDate", due, "scheduled", "Estimated date of signature")] : null;
    }

    private static ContractSection Contract(NoticeFacts facts, AwardedLot awarded, int at, bool signed)
    {
        Lot lot = LotOf(facts, awarded);
        return new ContractSection
        {
            Id = ContractId(facts, awarded.Number, at),
            AwardId = AwardId(facts, awarded.Number),
            Title = ContractTitle(facts, awarded, at),
            Status = signed ? "active" : "pending",
            Period = PeriodOf(facts, awarded, lot),
            Value = Worth(lot, awarded, [awarded.Suppliers[at]]) ?? (awarded.Suppliers.Count == 1 ? NoticeFacts.Amount(lot.NetValue, lot.GrossValue) : null),
            AboveThreshold = facts.AboveThreshold,
            DateSigned = signed ? NoticeFacts.Stamp(awarded.SignedAt ?? facts.At) : null,
            Documents = signed ? [.. facts.ConflictsDocument is { } conflicts ? new[] { conflicts } : [], facts.NoticeDocument] : null,
        };
    }

    /// <summary>The award of a lot has one id in every release (B1-02).</summary>
    public static string AwardId(NoticeFacts facts, string lot) => $"{facts.Tender.Ref}-lot-{lot}";

    /// <summary>So has the contract with each supplier of the lot.</summary>
    public static string ContractId(NoticeFacts facts, string lot, int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{AwardId(facts, lot)}-{at + 1}");

    public static string ContractTitle(NoticeFacts facts, AwardedLot awarded, int at) => $"{facts.Tender.Title}: lot {awarded.Number}, {facts.Parties[awarded.Suppliers[at]].Name}";

    // Signed later than it was to start, a contract starts with its signature: it did not exist before (s.105).
    private static Period PeriodOf(NoticeFacts facts, AwardedLot awarded, Lot lot)
    {
        Period published = TenderNotice.ContractPeriod(facts.Tender, lot);
        DateTimeOffset? starts = awarded.Dates?.StartsOn is { } day ? NoticeFacts.StartOf(day) : published.StartDate;
        DateTimeOffset? signed = awarded.SignedAt is { } at ? NoticeFacts.StartOf(Law.LondonTime.DateOf(at)) : null;
        return published with { StartDate = signed > starts ? signed : starts, EndDate = awarded.Dates?.EndsOn is { } last ? NoticeFacts.EndOf(last) : published.EndDate };
    }

    private static Lot LotOf(NoticeFacts facts, AwardedLot awarded) => facts.Tender.Lots.Single(lot => lot.Number == awarded.Number);

    private static string StatusOf(NoticeFacts facts, Lot lot, bool signed) =>
        lot.Ended is not null ? "withdrawn" : Won(facts).All(won => won.Number != lot.Number) ? "unsuccessful" : signed ? "complete" : "active";
}
