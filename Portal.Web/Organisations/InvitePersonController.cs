using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Accounts;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Invites a colleague with roles; a letter lets them set a password.</summary>
[Authorize(Policies.Administrators)]
[Route(OrganisationLinks.Invite)]
public sealed class InvitePersonController(InvitePerson invite, AccountLetters letters, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await Page(new InvitePersonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(InvitePersonForm form, CancellationToken cancel) => Try(
        act: async () => await letters.Invite(await invite.Execute(Actor, form.Name, form.Email, form.Roles, cancel), Actor.OrganisationName, cancel),
        then: () =>
        {
            Tell($"{form.Name} is invited by letter. A link in it works for 72 hours; somebody who has an account already joins on accepting.");
            return Redirect(OrganisationLinks.People);
        },
        again: async () => View("InvitePerson", await Page(form, cancel)));

    private async Task<InvitePersonPage> Page(InvitePersonForm form, CancellationToken cancel) =>
        new(form, [.. RolesOf.Kind((await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Actor.Organisation, cancel)).Kind).Select(r => new Choice(r.ToString(), GovWords.Of(r)))]);
}

/// <summary>The page.</summary>
public sealed record InvitePersonPage(InvitePersonForm Form, IReadOnlyList<Choice> Roles);

/// <summary>What is typed.</summary>
public sealed record InvitePersonForm
{
    [Required(ErrorMessage = "Enter the person’s name"), StringLength(200), OneLine]
    public string Name { get; init; } = "";

    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter the e-mail address"), EmailAddress(ErrorMessage = "Enter an e-mail address like name@example.gov.uk"), StringLength(254)]
    public string Email { get; init; } = "";

    public List<Role> Roles { get; init; } = [];
}
