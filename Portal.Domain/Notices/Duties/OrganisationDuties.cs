using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>All notice duties of a contracting authority: those of its procurements, and the yearly pipeline (A3-01).</summary>
public static class OrganisationDuties
{
    /// <summary>Above this value (net) a planned contract belongs into the pipeline (A3-01, s.93).</summary>
    private static readonly Money PipelineContract = new(2_000_000m);

    extension(PortalDb db)
    {
        /// <summary>Soonest first; what has no day stands last.</summary>
        public async Task<IReadOnlyList<DutyLine>> NoticeDutiesOf(OrganisationId buyer, DateTimeOffset now, CancellationToken cancellation = default)
        {
            List<Tender> tenders = await db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => t.Buyer == buyer && (t.PublishedAt != null || t.DirectGround != null || t.Stage == TenderStage.Drafting)).AsSplitQuery().ToListAsync(cancellation);
            IReadOnlyList<DutyFacts> facts = await DutyFacts.Read(db, tenders, now, cancellation);
            return [.. facts.SelectMany(DutyCalendar.Of).Concat(facts.Select(Pipeline).OfType<DutyLine>()).OrderBy(line => line.Due ?? DateOnly.MaxValue).ThenBy(line => line.TenderRef, StringComparer.Ordinal)];
        }
    }

    // 1 April to 26 May inclusive: 56 days beginning with the first day of the financial year.
    private static DutyLine? Pipeline(DutyFacts facts)
    {
        if (facts.Tender.Stage != TenderStage.Drafting || facts.Tender.NetValue is not { } net || net <= PipelineContract)
        {
            return null;
        }

        PublicNotice? notice = facts.Notices.FirstOrDefault(n => n.Kind == NoticeKind.Pipeline);
        DateOnly drafted = LondonTime.DateOf(facts.Tender.DraftedAt);
        int year = drafted <= new DateOnly(drafted.Year, 5, 26) ? drafted.Year : drafted.Year + 1;
        DateOnly due = new(year, 5, 26);
        return new DutyLine(NoticeKind.Pipeline, DutyStates.Of(due, notice?.On, facts.Today), "", "Only if you expect to pay more than £100 million in the financial year under such contracts; this one is above £2 million (A3-01).", due, notice?.On, notice?.ReleaseId)
        {
            TenderRef = facts.Tender.Ref,
            TenderTitle = facts.Tender.Title,
        };
    }
}
