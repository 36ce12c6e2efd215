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
    /// <summary>Takes back an invitation that nobody has answered.</summary>
    [HttpPost("invitations/{id:guid}/withdraw")]
    public async Task<IActionResult> Withdraw([FromServices] WithdrawInvitation withdraw, InvitationId id, CancellationToken cancel)
    {
        await withdraw.Execute(Actor, id, cancel);
        Tell("The invitation is withdrawn.");
        return Redirect(OrganisationLinks.People);
    }

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
        List<InvitationRow> invited = await (
            from invitation in db.Invitations.AsNoTracking()
            where invitation.Organisation == Actor.Organisation
            join person in db.People.IgnoreAutoIncludes() on invitation.Person equals person.Id
            orderby invitation.InvitedAt
            select new InvitationRow(invitation.Id, invitation.AddressedAs, person.Email, invitation.Roles, invitation.InvitedAt)).ToListAsync(cancel);
        return View(new PeoplePage(Actor.OrganisationName, rows, invited));
    }
}

/// <summary>The page.</summary>
public sealed record PeoplePage(string Organisation, IReadOnlyList<PersonRow> People, IReadOnlyList<InvitationRow> Invitations);

/// <summary>Somebody who has an account elsewhere and has not answered: only what the administrator typed.</summary>
public sealed record InvitationRow(InvitationId Id, string AddressedAs, string Email, IReadOnlyList<Role> Roles, DateTimeOffset InvitedAt);

/// <summary>One colleague.</summary>
public sealed record PersonRow(PersonId Id, string Name, string Email, IReadOnlyList<Role> Roles, bool HasSignedIn, bool HasSecondFactor)
{
    public string Status => HasSecondFactor ? "Active" : HasSignedIn ? "Second factor missing" : "Invited";
}
