using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The sections of a UK12 procurement termination notice (A11-11): tender and lots withdrawn, awards cancelled.</summary>
internal static class TerminationNotice
{
    public static TenderSection Section(NoticeFacts facts)
    {
        Tender tender = facts.Tender;
        return new TenderSection
        {
            Id = tender.Ref,
            Title = tender.Title,
            Status = "withdrawn",
            FinalStatusDate = NoticeFacts.Stamp(tender.Cancelled?.At ?? facts.At),
            LegalBasis = TenderNotice.LegalBasis(tender.Regime),
            Lots = [.. tender.Lots.Select(lot => new LotSection { Id = lot.Number, Title = lot.Title, Status = "withdrawn" })],
            Documents = [facts.NoticeDocument with { Description = tender.Cancelled?.Reason }],
        };
    }

    public static AwardSection[]? Awards(NoticeFacts facts)
    {
        AwardSection[] awarded = [.. AwardNotice.Awards(facts, signed: false).Select(award => new AwardSection { Id = award.Id, Title = award.Title, Status = "cancelled" })];
        return awarded.Length == 0 ? null : awarded;
    }
}
