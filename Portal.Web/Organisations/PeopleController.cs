using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Who may do what in the administrator's organisation.</summary>
[Authorize(Policies.Administrators)]
[Route(OrganisationLinks.People)]
public sealed class PeopleController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var rows = await (
            from membership in db.Set<Membership>().AsNoTracking()
            where membership.Organisation == Actor.Organisation
            join person in db.People.IgnoreAutoIncludes() on membership.Person equals person.Id
            join account in db.Users on person.Id equals account.Person
            orderby person.Name
            select new PersonRow(person.Id, person.Name, person.Email, membership.Roles, account.PasswordHash != null || account.TwoFactorEnabled, account.TwoFactorEnabled)).ToListAsync(cancel);
        return View(new PeoplePage(Actor.OrganisationName, rows));
    }
}

/// <summary>The page.</summary>
public sealed record PeoplePage(string Organisation, IReadOnlyList<PersonRow> People);

/// <summary>One colleague.</summary>
public sealed record PersonRow(PersonId Id, string Name, string Email, IReadOnlyList<Role> Roles, bool HasSignedIn, bool HasSecondFactor)
{
    public string Status => HasSecondFactor ? "Active" : HasSignedIn ? "Second factor missing" : "Invited";
}
