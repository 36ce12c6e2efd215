using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Whom an administrator has asked, and whether the person must accept first because they had an account already.</summary>
public sealed record Invited(Person Person, bool MustAccept);

/// <summary>An administrator brings a colleague into the organisation with roles; somebody who has an account already is asked and joins on accepting.</summary>
public sealed class InvitePerson(PortalDb db, TimeProvider clock)
{
    public async Task<Invited> Execute(Actor actor, string name, string email, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Organisation organisation = await db.Organisations.SingleAsync(o => o.Id == actor.Organisation, cancellation);
        Invited invited = await Ask(organisation, name, email, roles, actor.Name, cancellation);
        await db.Save(actor, cancellation);
        return invited;
    }

    internal async Task<Invited> Ask(Organisation organisation, string name, string email, IReadOnlyCollection<Role> roles, string by, CancellationToken cancellation)
    {
        string address = email.Trim().ToLowerInvariant();
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Email == address, cancellation);
        RuleBroken.If([.. WhatBlocks(organisation, person, name, roles)]);
        if (person is null)
        {
            person = Person.Introduce(name, address);
            db.AddRange(person, Account.For(person));
            person.HoldRoles(organisation.Id, roles);
            return new Invited(person, MustAccept: false);
        }

        if (await db.Invitations.SingleOrDefaultAsync(i => i.Person == person.Id && i.Organisation == organisation.Id, cancellation) is { } earlier)
        {
            throw new RuleBroken("INVITED_ALREADY", $"{earlier.AddressedAs} is invited at this address and has not answered. Withdraw that invitation first.", field: "Email");
        }

        db.Add(Invitation.Send(person, name, organisation.Id, roles, by, clock.GetUtcNow()));
        return new Invited(person, MustAccept: true);
    }

    private static IEnumerable<Reason> WhatBlocks(Organisation organisation, Person? person, string name, IReadOnlyCollection<Role> roles)
    {
        foreach (Reason reason in RolesOf.WhatBlocks(organisation.Kind, roles).Concat(PlainText.WhatBlocks(name, "Name")))
        {
            yield return reason;
        }

        if (RolesApart.In(roles) is [var pair, ..])
        {
            yield return new Reason("ROLES_APART", $"{pair.One} and {pair.Other} should be in different hands. Invite with one of them; the other can be added on the person’s page and needs a second administrator or a director.", Field: "Roles");
        }

        if (roles.Count == 0)
        {
            yield return new Reason("NO_ROLE", "Choose at least one role.", Field: "Roles");
        }

        if (person?.Memberships.Any(m => m.Organisation == organisation.Id) == true)
        {
            yield return new Reason("ALREADY_HERE", "This person belongs to your organisation already. Change the roles instead.", Field: "Email");
        }
    }
}
