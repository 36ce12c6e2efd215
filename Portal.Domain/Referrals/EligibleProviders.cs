using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>Who is asked: providers with a home on a live lot that covers the need and that the authority may use, and the authority's own services of that type.</summary>
public static class EligibleProviders
{
    extension(PortalDb db)
    {
        /// <summary>All eligible providers of all these service types, each once.</summary>
        public async Task<IReadOnlyList<OrganisationId>> EligibleProvidersFor(OrganisationId authority, IEnumerable<string> serviceTypes, int age, DateOnly day, CancellationToken cancel)
        {
            HashSet<OrganisationId> found = [];
            foreach (string serviceType in serviceTypes.Distinct())
            {
                found.UnionWith(await db.OnCoveringLots(authority, serviceType, age, day, cancel));
                found.UnionWith(await db.OwnServices(authority, serviceType, cancel));
            }

            return [.. found];
        }

        private async Task<IEnumerable<OrganisationId>> OnCoveringLots(OrganisationId authority, string serviceType, int age, DateOnly day, CancellationToken cancel)
        {
            HashSet<(FrameworkId, string)> lots = [.. (await db.FrameworksCovering(authority, serviceType, day, age).ToListAsync(cancel)).Select(t => (t.Framework, t.LotNumber))];
            FrameworkId[] frameworks = [.. lots.Select(l => l.Item1).Distinct()];
            IQueryable<Admission> admissions = db.Admissions;
            var homes = await db.HomeAdmissions
                .Where(h => h.Status == HomeAdmissionStatus.Onboarded && frameworks.Contains(h.Framework))
                .Where(h => admissions.Any(a => a.Framework == h.Framework && a.LotNumber == h.LotNumber && a.Provider == h.Provider && a.Status == AdmissionStatus.Admitted))
                .Select(h => new { h.Framework, h.LotNumber, h.Provider })
                .Distinct()
                .ToListAsync(cancel);
            return homes.Where(h => lots.Contains((h.Framework, h.LotNumber))).Select(h => h.Provider);
        }

        private async Task<IEnumerable<OrganisationId>> OwnServices(OrganisationId authority, string serviceType, CancellationToken cancel)
        {
            OrganisationId[] own = await db.Organisations.Where(o => o.Kind == OrganisationKind.OwnProvider && o.Parent == authority).Select(o => o.Id).ToArrayAsync(cancel);
            List<ProviderHome> homes = await db.ProviderHomes.AsNoTracking().Where(h => own.Contains(h.Provider)).ToListAsync(cancel);
            return homes.Where(h => h.ServiceTypes.Contains(serviceType)).Select(h => h.Provider);
        }
    }
}
