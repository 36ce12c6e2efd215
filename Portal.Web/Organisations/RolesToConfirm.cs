using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Changes of roles that this person may confirm as the second.</summary>
public sealed class RolesToConfirm(PortalDb db) : ITodayTask
{
    public string Heading => "Roles to confirm";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsOnBuyingSide || !actor.Is(Role.Administrator, Role.Director))
        {
            return [];
        }

        List<string> names = await (
            from request in db.RoleRequests.AsNoTracking()
            where request.Organisation == actor.Organisation && request.Person != actor.Person && request.AskedBy != actor.Person
            join person in db.People.IgnoreAutoIncludes() on request.Person equals person.Id
            orderby request.AskedAt
            select person.Name).Take(5).ToListAsync(cancel);
        return [.. names.Select(name => new TodayItem($"Confirm or refuse new roles of {name}", OrganisationLinks.RoleRequests, null, "Waiting"))];
    }
}
