using Microsoft.EntityFrameworkCore;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>A place on a lot that a home had under its former URN and that has not passed to the new one.</summary>
public sealed record PlaceNotPassed(string Framework, string LotNumber, string FormerUrn);

/// <summary>One version of a home's price under one of its URNs.</summary>
public sealed record PriceHistoryRow(string Urn, string Framework, string LotNumber, PriceSchedule Schedule);

/// <summary>What a home's former URNs say of it.</summary>
public static class NovationQueries
{
    // A home is registered anew a few times at most; longer chains would be a fault in the records.
    private const int LongestChain = 10;

    extension(PortalDb db)
    {
        /// <summary>Places under the home's former URN that wait for a novation before the new URN is admitted (s.74(9)).</summary>
        public async Task<IReadOnlyList<PlaceNotPassed>> PlacesNotPassedTo(string? urn, CancellationToken cancel = default) => await (
            from home in db.ProviderHomes
            join place in db.HomeAdmissions on home.FormerUrn equals place.HomeUrn
            where home.Urn == urn && place.Status != HomeAdmissionStatus.Left && !db.Set<HomeAdmission>().Any(a => a.HomeUrn == home.Urn && a.Framework == place.Framework && a.LotNumber == place.LotNumber)
            orderby place.FrameworkRef, place.LotNumber
            select new PlaceNotPassed(place.FrameworkRef, place.LotNumber, place.HomeUrn)).ToListAsync(cancel);

        /// <summary>The home's URNs, the newest first.</summary>
        public async Task<IReadOnlyList<string>> UrnsOf(string urn, CancellationToken cancel = default)
        {
            List<string> urns = [urn];
            string last = urn;
            while (urns.Count < LongestChain && await db.ProviderHomes.Where(h => h.Urn == last).Select(h => h.FormerUrn).SingleOrDefaultAsync(cancel) is { } former && !urns.Contains(former))
            {
                urns.Add(former);
                last = former;
            }

            return urns;
        }

        /// <summary>Every agreed version of the home's prices under all its URNs, on frameworks whose terms let every region see them.</summary>
        public async Task<IReadOnlyList<PriceHistoryRow>> PriceHistoryOf(IReadOnlyList<string> urns, CancellationToken cancel = default)
        {
            var rows = await (from home in db.HomeAdmissions
                              join framework in db.Frameworks on home.Framework equals framework.Id
                              join lot in db.FrameworkLots on new { home.Framework, Number = home.LotNumber } equals new { lot.Framework, lot.Number }
                              join schedule in db.PriceSchedules on home.Id equals schedule.HomeAdmission
                              where urns.Contains(home.HomeUrn) && framework.RegisterClause && !lot.OpenBook && schedule.Status == PriceScheduleStatus.Agreed && (schedule.To == null || schedule.To >= schedule.From)
                              select new { home.HomeUrn, home.FrameworkRef, home.LotNumber, schedule }).AsNoTracking().ToListAsync(cancel);
            return [.. rows.OrderByDescending(r => r.schedule.From).ThenBy(r => r.FrameworkRef, StringComparer.Ordinal).Select(r => new PriceHistoryRow(r.HomeUrn, r.FrameworkRef, r.LotNumber, r.schedule))];
        }
    }
}
