using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of a UK12 notice that ends one lot while the others go on (A11-11): the lot withdrawn and, where an award notice had announced it, its award and contracts cancelled (A14).</summary>
internal static class LotTermination
{
    /// <summary>The tender itself goes on, so the release updates it; OCDS would read "tenderCancellation" as the end of all of it.</summary>
    public static string[] Tags(Lot lot) => lot.Ended!.ContractsAnnounced > 0 ? ["tenderUpdate", "awardCancellation", "contractUpdate"] : ["tenderUpdate"];

    public static Release Write(NoticeFacts facts, Lot lot, Release release) => release with
    {
        Tender = new TenderSection
        {
            Id = facts.Tender.Ref,
            Title = facts.Tender.Title,
            Status = "active",
            LegalBasis = TenderNotice.LegalBasis(facts.Tender.Regime),
            Lots = [new LotSection { Id = lot.Number, Title = lot.Title, Status = "withdrawn" }],
            Documents = [facts.NoticeDocument with { Title = $"{NoticeWords.Of(facts.Kind).Title}: lot {lot.Number}", Description = lot.Ended!.Reason }],
        },
        Awards = lot.Ended!.ContractsAnnounced == 0 ? null : [new AwardSection { Id = AwardNotice.AwardId(facts, lot.Number), Title = $"{facts.Tender.Title}: lot {lot.Number}, {lot.Title}", Status = "cancelled", RelatedLots = [lot.Number] }],
        Contracts = lot.Ended!.ContractsAnnounced == 0 ? null : [.. Enumerable.Range(0, lot.Ended!.ContractsAnnounced).Select(at => Cancelled(facts, lot, at))],
    };

    private static ContractSection Cancelled(NoticeFacts facts, Lot lot, int at) => new()
    {
        Id = AwardNotice.ContractId(facts, lot.Number, at),
        AwardId = AwardNotice.AwardId(facts, lot.Number),
        Title = $"{facts.Tender.Title}: lot {lot.Number}, {lot.Title}",
        Status = "cancelled",
    };
}
