using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An administrator changes what a colleague may do, from the next click on; no role at all ends the membership.</summary>
public sealed class ChangeRoles(PortalDb db)
{
    public async Task Execute(Actor actor, PersonId id, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null || !person.Memberships.Any(m => m.Organisation == actor.Organisation))
        {
            throw new NotFound("The person");
        }

        Organisation organisation = await db.Organisations.SingleAsync(o => o.Id == actor.Organisation, cancellation);
        List<Reason> reasons = [.. RolesOf.WhatBlocks(organisation.Kind, roles)];
        if (!roles.Contains(Role.Administrator) && !await AnotherAdministrator(actor.Organisation, id, cancellation))
        {
            reasons.Add(new Reason("LAST_ADMINISTRATOR", "This is the organisation’s only administrator. Make somebody else an administrator first.", Field: "Roles"));
        }

        RuleBroken.If(reasons);
        person.HoldRoles(actor.Organisation, roles);
        await db.Save(actor, cancellation);
    }

    private async Task<bool> AnotherAdministrator(OrganisationId organisation, PersonId except, CancellationToken cancellation)
    {
        List<Membership> others = await db.Set<Membership>().AsNoTracking().Where(m => m.Organisation == organisation && m.Person != except).ToListAsync(cancellation);
        return others.Exists(m => m.Roles.Contains(Role.Administrator));
    }
}
