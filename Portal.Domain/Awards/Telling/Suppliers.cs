using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Awards.Telling;

/// <summary>Names, identifiers and addresses of suppliers for letters (A10-03).</summary>
internal static class Suppliers
{
    extension(PortalDb db)
    {
        public async Task<IReadOnlyDictionary<OrganisationId, ToldSupplier>> SuppliersToTell(IReadOnlyCollection<OrganisationId> ids, CancellationToken stop)
        {
            List<Organisation> organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop);
            List<Person> people = await db.People.AsNoTracking().Include(p => p.Memberships).Where(p => p.Memberships.Any(m => ids.Contains(m.Organisation))).OrderBy(p => p.Email).ToListAsync(stop);
            return organisations.ToDictionary(o => o.Id, o => new ToldSupplier(o.Id, o.Name, IdentifierOf(o), EmailOf(people, o.Id)));
        }
    }

    private static string IdentifierOf(Organisation organisation) =>
        organisation.Ppon ?? (organisation.CompanyNumber is { } number ? $"GB-COH-{number}" : organisation.Code);

    private static string EmailOf(IEnumerable<Person> people, OrganisationId organisation) =>
        people.FirstOrDefault(p => p.Memberships.Any(m => m.Organisation == organisation && m.Roles.Contains(Role.ProviderBidder)))?.Email ?? "";
}
