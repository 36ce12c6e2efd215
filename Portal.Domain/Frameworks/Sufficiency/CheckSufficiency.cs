using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Records whether a lot suffices, with the figures that the portal counts itself.</summary>
public sealed class CheckSufficiency(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, bool sufficient, string words, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        LotSupply supply = await db.SupplyOf(framework.Id, lotNumber, stop);
        db.Add(SufficiencyCheck.Record(framework, lotNumber, supply, sufficient, words, actor, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}

/// <summary>What lots have to offer.</summary>
public static class LotSupplies
{
    extension(PortalDb db)
    {
        /// <summary>Usable homes of a lot, their providers, places and vacancies as last stated.</summary>
        public async Task<LotSupply> SupplyOf(FrameworkId framework, string lotNumber, CancellationToken stop = default)
        {
            var homes = await (from admission in db.HomeAdmissions.Where(h => h.Framework == framework && h.LotNumber == lotNumber && h.Status == HomeAdmissionStatus.Onboarded)
                               join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
                               select new { home.Provider, home.PlacesRegistered, home.PlacesOccupied }).ToListAsync(stop);
            return new LotSupply(homes.Select(h => h.Provider).Distinct().Count(), homes.Count, homes.Sum(h => h.PlacesRegistered), homes.Sum(h => Math.Max(0, h.PlacesRegistered - h.PlacesOccupied)));
        }
    }
}
