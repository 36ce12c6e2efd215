using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Law;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;

namespace Portal.Domain.Notices.Placements;

/// <summary>The contract details (UK7) of one published placement as an OCDS release, for the central digital platform and for anybody: no child, no home, no day, and no service where it could point to one home (A12-03, s.87(3), s.99).</summary>
public static class PlacementRelease
{
    // Welfare services for children and young people.
    private const string Cpv = "85311300";

    public static Release Of(PublishedContract contract, Organisation buyer, Organisation supplier, NoticeSettings settings)
    {
        string title = contract.IsFew ? "A child\u2019s placement (kind of service withheld, section 99)" : $"A child\u2019s placement: {ServiceTypes.InWords(contract.ServiceType)}";
        string id = contract.CallOff.ToLowerInvariant();
        Value? value = NoticeFacts.Amount(contract.Value, null);
        return new Release
        {
            Ocid = settings.OcidOf(contract.CallOff),
            Id = $"{id}-001",
            Date = NoticeFacts.Stamp(contract.PublishedAt),
            Tag = ["award", "contract"],
            Buyer = NoticeFacts.Reference(buyer),
            Parties = [NoticeRelease.Buyer(buyer, new ContactPoint("The published contract details", new Uri($"{settings.Address}/contract-details"))), NoticeRelease.Supplier(supplier)],
            Tender = Section(contract, title),
            Awards = [new AwardSection { Id = $"{id}-award", Title = title, Status = "active", Suppliers = [NoticeFacts.Reference(supplier)], Value = value, AboveThreshold = contract.AboveThreshold, MainProcurementCategory = "services" }],
            Contracts = [new ContractSection { Id = $"{id}-contract", AwardId = $"{id}-award", Title = $"{title}, entered into in {contract.Month}", Status = "active", Value = value, AboveThreshold = contract.AboveThreshold }],
        };
    }

    private static Ocds.TenderSection Section(PublishedContract contract, string title) => new()
    {
        Id = contract.CallOff,
        Title = title,
        Status = "complete",
        LegalBasis = TenderNotice.LegalBasis(Regime.LightTouch),
        Classification = TenderNotice.Cpv(Cpv),
        SpecialRegime = ["lightTouch"],
        AboveThreshold = contract.AboveThreshold,
        MainProcurementCategory = "services",
        ProcurementMethod = contract.Framework is null ? "limited" : "selective",
        ProcurementMethodDetails = contract.Framework is { } framework ? $"Call-off under framework {framework}" : "Placement outside a framework",
    };
}
