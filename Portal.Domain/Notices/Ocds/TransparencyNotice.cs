using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of a UK5 transparency notice (A9-07, B1-14, B1-15): to whom, for what, on which ground and why.</summary>
internal static class TransparencyNotice
{
    private static readonly Classification Act = TenderNotice.LegalBasis(Regime.Full);

    public static TenderSection Section(NoticeFacts facts)
    {
        Tender tender = facts.Tender;
        return Method(facts, new TenderSection
        {
            Id = tender.Ref,
            Title = tender.Title,
            Description = tender.Description.Length == 0 ? null : tender.Description,
            Status = "active",
            LegalBasis = TenderNotice.LegalBasis(tender.Regime),
            Classification = TenderNotice.Cpv(tender.Cpv),
            Items = [.. tender.Lots.Select(lot => TenderNotice.Item(tender, lot))],
            Value = NoticeFacts.Amount(tender.NetValue, tender.GrossValue),
            MainProcurementCategory = "services",
            SpecialRegime = tender.Regime == Regime.LightTouch ? ["lightTouch"] : null,
            AboveThreshold = facts.AboveThreshold,
            Lots = [.. tender.Lots.Select(lot => new LotSection { Id = lot.Number, Title = lot.Title, Status = "active", Value = NoticeFacts.Amount(lot.NetValue, lot.GrossValue), ContractPeriod = Period(facts) })],
            Documents = facts.ConflictsDocument is { } conflicts ? [conflicts] : null,
        });
    }

    /// <summary>The section with the ground of a direct award and why it applies, which the award notice repeats (A10-06).</summary>
    public static TenderSection Method(NoticeFacts facts, TenderSection section)
    {
        NoticeChoice? ground = Ground(facts);
        return section with
        {
            ProcurementMethod = "limited",
            ProcurementMethodDetails = ground?.Value == DirectAwardGround.Switch ? "Direct award after a competition without a suitable tender" : "Direct award",
            ProcurementMethodRationale = facts.Said.Text("explanation"),
            ProcurementMethodRationaleClassifications = ground is null ? null : [new Classification("UKPGA", $"2023/54/{ground.Value}", ground.Text, new Uri($"https://www.legislation.gov.uk/ukpga/2023/54/{ground.Value}"))],
            ProcurementMethodRationaleLegalBasis = Act,
        };
    }

    public static AwardSection[] Awards(NoticeFacts facts) => [.. facts.Tender.Lots.Select(lot => new AwardSection
    {
        Id = AwardNotice.AwardId(facts, lot.Number),
        Title = $"{facts.Tender.Title}: lot {lot.Number}, {lot.Title}",
        Status = "pending",
        Suppliers = Supplier(facts) is { } supplier ? [facts.Reference(supplier)] : null,
        Value = NoticeFacts.Amount(lot.NetValue, lot.GrossValue),
        RelatedLots = [lot.Number],
        ContractPeriod = Period(facts),
        AboveThreshold = facts.AboveThreshold,
        MainProcurementCategory = "services",
        Milestones = facts.Said.Day("signOn") is { } day ? [new Milestone("1", "futureSignatureDate", NoticeFacts.EndOf(day)!.Value, "scheduled", "Estimated date of signature")] : null,
        Documents = [facts.NoticeDocument],
    })];

    /// <summary>The supplier that was chosen, if it is known.</summary>
    public static OrganisationId? Supplier(NoticeFacts facts) => facts.Said.Organisation("supplier") is { } id && facts.Parties.ContainsKey(id) ? id : null;

    private static NoticeChoice? Ground(NoticeFacts facts) => facts.Said.Choice("ground", TransparencyGround.Choices);

    private static Period? Period(NoticeFacts facts) => facts.Said.Day("startsOn") is null
        ? null
        : new Period(NoticeFacts.StartOf(facts.Said.Day("startsOn")), NoticeFacts.EndOf(facts.Said.Day("endsOn")));
}
