using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>A standstill in the calendar: of which tender and lots, its days, and whether it is over or a claim holds the signature (A10-07, A10-11).</summary>
public sealed record StandstillLine(string TenderRef, string TenderTitle, AwardRef Award, AwardStandstill Standstill, StandstillState State);

/// <summary>How the standstill of one award stands.</summary>
public enum StandstillState
{
    Standstill,
    Suspended,
    ReadyToSign,
    Signed,
}

/// <summary>Reads the standstills of a tender or of an authority, each award's its own.</summary>
public static class Standstills
{
    extension(PortalDb db)
    {
        /// <summary>Of every award of this tender, whatever has become of it.</summary>
        public async Task<IReadOnlyList<StandstillLine>> StandstillsOf(Tender tender, CancellationToken cancellation = default) =>
            Lines(tender, await db.Awards.AsNoTracking().Where(a => a.Tender == tender.Id).ToListAsync(cancellation));

        /// <summary>Of an authority's awards that are announced and not signed yet; the first to end comes first.</summary>
        public async Task<IReadOnlyList<StandstillLine>> StandstillsOf(OrganisationId buyer, CancellationToken cancellation = default)
        {
            IQueryable<TenderId> own = db.Tenders.Where(t => t.Buyer == buyer).Select(t => t.Id);
            ILookup<TenderId, Award> awards = (await db.Awards.AsNoTracking().Where(a => a.Stage == AwardStage.Noticed && own.Contains(a.Tender)).ToListAsync(cancellation)).ToLookup(a => a.Tender);
            TenderId[] ids = [.. awards.Select(a => a.Key)];
            List<Tender> tenders = await db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => ids.Contains(t.Id)).AsSplitQuery().ToListAsync(cancellation);
            return [.. tenders.SelectMany(t => Lines(t, awards[t.Id])).OrderBy(line => line.Standstill.LastDay).ThenBy(line => line.TenderRef, StringComparer.Ordinal).ThenBy(line => line.Award.Part)];
        }
    }

    private static IReadOnlyList<StandstillLine> Lines(Tender tender, IEnumerable<Award> awards)
    {
        Dictionary<int, Award> byPart = awards.ToDictionary(a => a.Part);
        return [.. AwardStandstill.Of(tender, byPart.Values).Select(s => new StandstillLine(tender.Ref, tender.Title, byPart[s.Part].Ref, s, StateOf(tender, byPart[s.Part])))];
    }

    private static StandstillState StateOf(Tender tender, Award award) => award switch
    {
        { Stage: AwardStage.Signed } => StandstillState.Signed,
        { IsSuspended: true } => StandstillState.Suspended,
        // Until the award notice is on the central platform its days have not begun for good (A3-10).
        _ => award.StandsStill(tender) || (tender.OwesNotices && !award.IsAnnounced) ? StandstillState.Standstill : StandstillState.ReadyToSign,
    };
}
