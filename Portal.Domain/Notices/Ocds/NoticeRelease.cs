using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Notices.Ocds;

/// <summary>Writes the release of a notice: who, then the sections that its kind calls for (A14).</summary>
public static class NoticeRelease
{
    public static Release Of(NoticeFacts facts)
    {
        Release release = new()
        {
            Ocid = facts.Address.Ocid,
            Id = facts.Address.ReleaseId,
            Date = NoticeFacts.Stamp(facts.At),
            Tag = Tags(facts),
            Buyer = facts.Reference(facts.Tender.Buyer),
            Parties = [Buyer(facts), .. Suppliers(facts)],
        };
        return MarketNotice.Kinds.Contains(facts.Kind) ? MarketNotice.Write(facts, release) : facts.Kind switch
        {
            NoticeKind.Pipeline or NoticeKind.MarketEngagement or NoticeKind.PlannedProcurement => release with { Planning = PlanningNotice.Planning(facts), Tender = PlanningNotice.Section(facts) },
            NoticeKind.Transparency => release with { Tender = TransparencyNotice.Section(facts), Awards = TransparencyNotice.Awards(facts) },
            NoticeKind.ContractCopy or NoticeKind.ContractPerformance or NoticeKind.ContractChange or NoticeKind.ContractTermination => release with { Contracts = ContractNotice.Contracts(facts) },
            NoticeKind.Tender => release with { Planning = TenderNotice.Planning(facts), Tender = TenderNotice.Section(facts) },
            NoticeKind.ContractAward => release with
            {
                Tender = AwardNotice.Tender(facts, signed: false),
                Bids = AwardNotice.Bids(facts),
                Awards = AwardNotice.Awards(facts, signed: false),
                Contracts = AwardNotice.Contracts(facts, signed: false),
            },
            NoticeKind.ContractDetails => release with
            {
                Tender = AwardNotice.Tender(facts, signed: true),
                Awards = AwardNotice.Awards(facts, signed: true),
                Contracts = AwardNotice.Contracts(facts, signed: true),
            },
            NoticeKind.ProcurementTermination when facts.EndedLot is { } lot => LotTermination.Write(facts, lot, release),
            _ => release with { Tender = TerminationNotice.Section(facts), Awards = TerminationNotice.Awards(facts) },
        };
    }

    private static string[] Tags(NoticeFacts facts) => MarketNotice.Kinds.Contains(facts.Kind) ? MarketNotice.Tags(facts) : facts.Kind switch
    {
        NoticeKind.Pipeline or NoticeKind.MarketEngagement or NoticeKind.PlannedProcurement => [facts.Earlier.Count == 0 ? "planning" : "planningUpdate"],
        NoticeKind.Tender => [facts.Revised ? "tenderUpdate" : "tender"],
        NoticeKind.Transparency => ["award"],
        NoticeKind.ContractCopy => ["contractUpdate"],
        NoticeKind.ContractPerformance => [facts.Earlier.Contains(NoticeKind.ContractPerformance) ? "implementationUpdate" : "implementation"],
        NoticeKind.ContractChange => ["contractAmendment"],
        NoticeKind.ContractTermination => ["contractTermination"],
        NoticeKind.ContractAward => ["award", "contract"],
        NoticeKind.ContractDetails => ["awardUpdate", "contractUpdate"],
        NoticeKind.ProcurementTermination when facts.EndedLot is { } lot => LotTermination.Tags(lot),
        _ => ["tenderCancellation"],
    };

    private static Party Buyer(NoticeFacts facts)
    {
        Organisation buyer = facts.Parties[facts.Tender.Buyer];
        // What was never tendered has no public page of its own; its notices have.
        string page = facts.Settings.TenderAddress(facts.Tender.Ref);
        ContactPoint contact = facts.Tender.IsPublished
            ? new("Questions about this tender are asked and answered in the portal", new Uri(page))
            : new("The notices of this procurement", new Uri($"{page}/notices"));
        return Buyer(buyer, contact);
    }

    /// <summary>A contracting authority with its class (A1-07, B1-10) and the mailbox that it has recorded.</summary>
    internal static Party Buyer(Organisation buyer, ContactPoint contact)
    {
        Classification type = buyer.Class == Law.AuthorityKind.Central
            ? new("UK_CA_TYPE", "publicAuthorityCentralGovernment", "Public authority - central government")
            : new("UK_CA_TYPE", "publicAuthoritySubCentralGovernment", "Public authority - sub-central government");
        return Party(buyer, ["buyer"], contact with { Email = buyer.Address is { Email.Length: > 0 } at ? at.Email : null }, new PartyDetails([type]));
    }

    /// <summary>To whom a contract went.</summary>
    internal static Party Supplier(Organisation supplier) => Party(supplier, ["supplier"], null, Scaled(supplier, null));

    private static IEnumerable<Party> Suppliers(NoticeFacts facts)
    {
        if (facts.Kind == NoticeKind.Transparency && TransparencyNotice.Supplier(facts) is { } chosen)
        {
            PartyDetails? excluded = facts.Said.Yes("excluded") == true && facts.Said.Text("publicInterest") is { } why ? new PartyDetails(ExcludedSupplier: new ExcludedSupplier(why)) : null;
            return [Party(facts.Parties[chosen], ["supplier"], null, Scaled(facts.Parties[chosen], excluded))];
        }

        if (facts.Kind is not (NoticeKind.ContractAward or NoticeKind.ContractDetails))
        {
            return [];
        }

        OrganisationId[] winners = [.. facts.Told.SelectMany(lot => lot.Suppliers).Distinct()];
        IEnumerable<OrganisationId> others = facts.Told.SelectMany(lot => lot.Unsuccessful).Distinct().Except(winners);
        return
        [
            .. winners.Select(winner => Party(facts.Parties[winner], ["supplier", "tenderer"], null, Scaled(facts.Parties[winner], null))),
            .. others.Select(other => Party(facts.Parties[other], ["tenderer"], null, null)),
        ];
    }

    private static PartyDetails? Scaled(Organisation supplier, PartyDetails? details) => supplier.Scale is not { } scale
        ? details
        : (details ?? new PartyDetails()) with { Scale = scale.Sme ? "sme" : "large", Vcse = scale.Vcse };

    private static Party Party(Organisation organisation, string[] roles, ContactPoint? contact, PartyDetails? details)
    {
        PartyIdentifier identifier = organisation switch
        {
            { Ppon: { } ppon } => new("GB-PPON", ppon.Replace("GB-PPON-", "", StringComparison.Ordinal), organisation.Name),
            { CompanyNumber: { } company } => new("GB-COH", company, organisation.Name),
            _ => new(null, organisation.Code, organisation.Name),
        };
        return new Party(NoticeFacts.IdOf(organisation), organisation.Name, identifier, contact, roles, details) { Address = roles.Contains("tenderer") && !roles.Contains("supplier") ? null : AddressOf(organisation) };
    }

    // The buyer's and each winner's; of an unsuccessful tenderer the notice says no more than its name (A10-06).
    private static PartyAddress? AddressOf(Organisation organisation) => organisation.Address is { } at
        ? new PartyAddress(at.Street.ReplaceLineEndings(", "), at.Town, at.Postcode.Length > 0 ? at.Postcode : null, at.Country)
        : null;
}
