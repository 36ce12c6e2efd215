using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A person stops acting for an organisation. Its last administrator stays while others depend on one; the only person of a provider that nobody verified may always go.</summary>
public sealed class LeaveOrganisation(PortalDb db)
{
    public async Task<Organisation> Execute(PersonId by, OrganisationId id, CancellationToken cancellation = default)
    {
        Person person = await db.People.SingleAsync(p => p.Id == by, cancellation);
        if (!person.Memberships.Any(m => m.Organisation == id))
        {
            throw new NotFound("The organisation");
        }

        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, cancellation);
        List<Membership> others = await db.Set<Membership>().AsNoTracking().Where(m => m.Organisation == id && m.Person != by).ToListAsync(cancellation);
        bool needed = others.Count > 0 || organisation is not { Kind: OrganisationKind.Provider, VerifiedAt: null };
        if (needed && !others.Exists(m => m.Roles.Contains(Role.Administrator)) && person.Memberships.Single(m => m.Organisation == id).Roles.Contains(Role.Administrator))
        {
            throw new RuleBroken("LAST_ADMINISTRATOR", $"You are the only administrator of {organisation.Name}. Make somebody else an administrator first.");
        }

        person.HoldRoles(id, []);
        await db.Save(new Actor(person.Id, person.Name, id, organisation.Name, new HashSet<Role>()) { Side = organisation.Side }, cancellation);
        return organisation;
    }
}
