using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Changes of roles that wait for a second administrator or a director.</summary>
[Authorize(Policies.SecondPeople)]
[Route(OrganisationLinks.RoleRequests)]
public sealed class RoleRequestsController(PortalDb db, SettleRoleRequest settle) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var waiting = await (
            from request in db.RoleRequests.AsNoTracking()
            where request.Organisation == Actor.Organisation
            join person in db.People on request.Person equals person.Id
            orderby request.AskedAt
            select new { Request = request, Person = person }).ToListAsync(cancel);
        return View(new RoleRequestsPage(Actor.OrganisationName, [.. waiting.Select(w => RoleRequestRow.Of(w.Request, w.Person, Actor))]));
    }

    [HttpPost("{id:guid}/confirm")]
    public Task<IActionResult> Confirm(RoleRequestId id, CancellationToken cancel) => Settle(id, confirm: true, "The roles are changed from now on.", cancel);

    [HttpPost("{id:guid}/refuse")]
    public Task<IActionResult> Refuse(RoleRequestId id, CancellationToken cancel) => Settle(id, confirm: false, "The roles stay as they are.", cancel);

    private Task<IActionResult> Settle(RoleRequestId id, bool confirm, string told, CancellationToken cancel) => Try(
        act: () => settle.Execute(Actor, id, confirm, cancel),
        then: () =>
        {
            Tell(told);
            return Redirect(OrganisationLinks.RoleRequests);
        },
        again: () => Show(cancel));
}

/// <summary>The page.</summary>
public sealed record RoleRequestsPage(string Organisation, IReadOnlyList<RoleRequestRow> Rows);

/// <summary>One change: who is to hold what more and what less, who asked, and whether I may confirm it.</summary>
public sealed record RoleRequestRow(RoleRequestId Id, string Name, IReadOnlyList<Role> Gains, IReadOnlyList<Role> Loses, IReadOnlyList<(Role One, Role Other)> Apart, string AskedBy, DateTimeOffset AskedAt, bool MayConfirm)
{
    public static RoleRequestRow Of(RoleRequest request, Person person, Actor reader)
    {
        IReadOnlyList<Role> held = person.Memberships.FirstOrDefault(m => m.Organisation == request.Organisation)?.Roles ?? [];
        return new RoleRequestRow(
            request.Id, person.Name, [.. request.Roles.Except(held)], [.. held.Except(request.Roles)], RolesApart.In(request.Roles), request.AskedByName, request.AskedAt, request.IsSecond(reader.Person));
    }
}
