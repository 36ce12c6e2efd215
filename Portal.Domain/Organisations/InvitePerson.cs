using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An administrator brings a colleague into the organisation with roles; somebody who has an account already keeps it.</summary>
public sealed class InvitePerson(PortalDb db)
{
    public async Task<Person> Execute(Actor actor, string name, string email, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Organisation organisation = await db.Organisations.SingleAsync(o => o.Id == actor.Organisation, cancellation);
        List<Reason> reasons = [.. RolesOf.WhatBlocks(organisation.Kind, roles)];
        if (roles.Count == 0)
        {
            reasons.Add(new Reason("NO_ROLE", "Choose at least one role.", Field: "Roles"));
        }

        string address = email.Trim().ToLowerInvariant();
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Email == address, cancellation);
        if (person?.Memberships.Any(m => m.Organisation == organisation.Id) == true)
        {
            reasons.Add(new Reason("ALREADY_HERE", "This person belongs to your organisation already. Change the roles instead.", Field: "Email"));
        }

        RuleBroken.If(reasons);
        if (person is null)
        {
            person = Person.Introduce(name, address);
            db.AddRange(person, Account.For(person));
        }

        person.HoldRoles(organisation.Id, roles);
        await db.Save(actor, cancellation);
        return person;
    }
}
