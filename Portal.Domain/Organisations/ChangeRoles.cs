using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>
/// An administrator changes what a colleague may do, from the next click on; no role at all ends the membership.
/// On the buying side, roles for oneself and roles that must be apart wait for a second administrator or a director.
/// </summary>
public sealed class ChangeRoles(PortalDb db, TimeProvider clock)
{
    /// <returns>Whether the change waits for a second person.</returns>
    public async Task<bool> Execute(Actor actor, PersonId id, IReadOnlyCollection<Role> roles, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (person?.Memberships.FirstOrDefault(m => m.Organisation == actor.Organisation) is not { } membership)
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
        db.RemoveRange(await db.RoleRequests.Where(r => r.Person == id && r.Organisation == actor.Organisation).ToListAsync(cancellation));
        bool waits = !organisation.IsProvider && NeedsSecond(actor, id, membership.Roles, roles);
        if (waits)
        {
            Ask(actor, person, roles);
        }
        else
        {
            person.HoldRoles(actor.Organisation, roles);
        }

        await db.Save(actor, cancellation);
        return waits;
    }

    private static bool NeedsSecond(Actor actor, PersonId person, IReadOnlyCollection<Role> held, IReadOnlyCollection<Role> wanted) =>
        (person == actor.Person && wanted.Except(held).Any()) || RolesApart.In(wanted).Except(RolesApart.In(held)).Any();

    private void Ask(Actor actor, Person person, IReadOnlyCollection<Role> roles)
    {
        DateTimeOffset now = clock.GetUtcNow();
        db.Add(RoleRequest.Ask(actor, person, roles, now));
        foreach (Role second in (Role[])[Role.Administrator, Role.Director])
        {
            db.Add(Message.ToOrganisation(actor.Organisation, second, $"Confirm or refuse new roles of {person.Name}", $"{actor.Name} asks. Roles for oneself, and roles that should be in different hands, need a second person.", "/organisations/people/requests", now));
        }
    }

    private async Task<bool> AnotherAdministrator(OrganisationId organisation, PersonId except, CancellationToken cancellation)
    {
        List<Membership> others = await db.Set<Membership>().AsNoTracking().Where(m => m.Organisation == organisation && m.Person != except).ToListAsync(cancellation);
        return others.Exists(m => m.Roles.Contains(Role.Administrator));
    }
}
