using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Accounts;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A colleague's roles; a new invitation; a second factor taken off after a lost phone.</summary>
[Authorize(Policies.Administrators)]
[Route("/organisations/people/{id}")]
public sealed class PersonController(PortalDb db, ChangeRoles change, ResetSecondFactor reset, AccountLetters letters, UserManager<Account> accounts) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(PersonId id, CancellationToken cancel)
    {
        Person person = await Colleague(id, cancel);
        return View("Person", await Page(person, new PersonForm { Roles = [.. person.Memberships.Single(m => m.Organisation == Actor.Organisation).Roles] }, cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(PersonId id, PersonForm form, CancellationToken cancel)
    {
        if (form.Roles.Count == 0 && !form.Leaves)
        {
            ModelState.AddModelError("Form.Leaves", "Tick a role, or say that the person leaves your organisation");
        }

        return Change(id, form, cancel);
    }

    private async Task<IActionResult> Change(PersonId id, PersonForm form, CancellationToken cancel)
    {
        bool waits = false;
        return await Try(
            act: async () => waits = await change.Execute(Actor, id, form.Roles, cancel),
            then: () => Done(Told(waits, form.Roles.Count)),
            again: async () => View("Person", await Page(await Colleague(id, cancel), form, cancel)));
    }

    [HttpPost("invitation")]
    public async Task<IActionResult> InviteAgain(PersonId id, CancellationToken cancel)
    {
        await letters.Invite(new Invited(await Colleague(id, cancel), MustAccept: false), Actor.OrganisationName, cancel);
        return Done("The invitation is sent again.");
    }

    [HttpPost("second-factor")]
    public Task<IActionResult> TakeOff(PersonId id, CancellationToken cancel) => Try(
        act: async () =>
        {
            await reset.Execute(Actor, id, cancel);
            await accounts.ResetAuthenticatorKeyAsync(await db.Users.SingleAsync(a => a.Person == id, cancel));
        },
        then: () => Done("The second factor is taken off. The person sets it up again at the next sign-in."),
        again: () => Show(id, cancel));

    private static string Told(bool waits, int roles) => waits ? "The change waits: another administrator or a director must confirm it, because roles for oneself and roles that should be in different hands need two people."
        : roles == 0 ? "The person no longer belongs to your organisation."
        : "The roles are changed from now on.";

    private RedirectResult Done(string told)
    {
        Tell(told);
        return Redirect(OrganisationLinks.People);
    }

    private async Task<Person> Colleague(PersonId id, CancellationToken cancel) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Memberships.Any(m => m.Organisation == Actor.Organisation), cancel) ?? throw new NotFound("The person");

    private async Task<PersonPage> Page(Person person, PersonForm form, CancellationToken cancel)
    {
        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == Actor.Organisation, cancel);
        return new PersonPage(person.Id, person.Name, person.Email, form, [.. RolesOf.Kind(organisation.Kind).Select(r => new Choice(r.ToString(), GovWords.Of(r)))]);
    }
}

/// <summary>The page.</summary>
public sealed record PersonPage(PersonId Id, string Name, string Email, PersonForm Form, IReadOnlyList<Choice> Roles);

/// <summary>The roles ticked.</summary>
public sealed record PersonForm
{
    public List<Role> Roles { get; init; } = [];

    /// <summary>Said on purpose: with no role the person no longer belongs to the organisation.</summary>
    public bool Leaves { get; init; }
}
