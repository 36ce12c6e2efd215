using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>Evidence is about the provider's own homes only.</summary>
internal static class OwnHomes
{
    extension(PortalDb db)
    {
        public async Task MustOwnHomes(Actor by, IReadOnlyCollection<string> urns, CancellationToken ct)
        {
            string[] asked = [.. urns.Distinct()];
            if (await db.ProviderHomes.CountAsync(h => h.Provider == by.Organisation && asked.Contains(h.Urn), ct) != asked.Length)
            {
                throw new RuleBroken("HOMES", "Choose homes of your own.", field: "Homes");
            }
        }
    }
}
