using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Awards.Telling;

/// <summary>Names, identifiers and addresses of suppliers for letters (A10-03).</summary>
public static class Suppliers
{
    extension(PortalDb db)
    {
        public async Task<IReadOnlyDictionary<OrganisationId, ToldSupplier>> SuppliersToTell(IReadOnlyCollection<OrganisationId> ids, CancellationToken stop)
        {
            List<Organisation> organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop);
            List<Person> people = await db.People.AsNoTracking().Include(p => p.Memberships).Where(p => p.Memberships.Any(m => ids.Contains(m.Organisation))).OrderBy(p => p.Email).ToListAsync(stop);
            return organisations.ToDictionary(o => o.Id, o => new ToldSupplier(o.Id, o.Name, IdentifierOf(o), o.Address is { Email.Length: > 0 } own ? own.Email : EmailOf(people, o.Id), o.Address?.InWords ?? ""));
        }

        /// <summary>The winners whose postal address nobody has recorded: without it no letter is complete (reg. 31, A10-03).</summary>
        public async Task<IReadOnlyList<Organisation>> WinnersWithoutAddress(Award award, CancellationToken stop)
        {
            OrganisationId[] winners = [.. award.WinningBidders];
            return (await db.Organisations.AsNoTracking().Where(o => winners.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(stop)).FindAll(o => o.Address is null);
        }
    }

    private static string IdentifierOf(Organisation organisation) =>
        organisation.Ppon ?? (organisation.CompanyNumber is { } number ? $"GB-COH-{number}" : organisation.Code);

    // Only where the supplier has recorded no mailbox of its own.
    private static string EmailOf(IEnumerable<Person> people, OrganisationId organisation) =>
        people.FirstOrDefault(p => p.Memberships.Any(m => m.Organisation == organisation && m.Roles.Contains(Role.ProviderBidder)))?.Email ?? "";
}
