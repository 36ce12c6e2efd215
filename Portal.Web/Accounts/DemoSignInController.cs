using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Accounts;

/// <summary>Development with demo data only: one click signs in as a demo person of a role. Elsewhere the page does not exist.</summary>
[AllowAnonymous]
[Route("/accounts/sign-in/demo")]
public sealed class DemoSignInController(PortalDb db, SignInManager<Account> signIn, PortalSettings settings) : PageController
{
    /// <summary>The mail domain of invented people.</summary>
    public const string Domain = "@demo.example";

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await People(cancel));

    [HttpPost]
    public async Task<IActionResult> Post(PersonId person, OrganisationId organisation, CancellationToken cancel)
    {
        DemoPerson demo = (await People(cancel)).FirstOrDefault(p => p.Person == person && p.Organisation == organisation) ?? throw new NotFound("The demo person");
        Account account = await db.Users.SingleAsync(a => a.Person == demo.Person, cancel);
        PortalPrincipals.ActFor(HttpContext, demo.Organisation);
        await signIn.SignInAsync(account, isPersistent: false);
        return Redirect("/today");
    }

    private async Task<IReadOnlyList<DemoPerson>> People(CancellationToken cancel)
    {
        if (!settings.Demo)
        {
            throw new NotFound("The page");
        }

        var demo = await (
            from named in db.People.IgnoreAutoIncludes().AsNoTracking()
            where named.Email.EndsWith(Domain)
            join membership in db.Set<Membership>() on named.Id equals membership.Person
            join body in db.Organisations on membership.Organisation equals body.Id
            orderby named.Email
            select new { named.Id, named.Name, Organisation = body.Id, OrganisationName = body.Name, membership.Roles }).ToListAsync(cancel);
        return [.. demo.SelectMany(d => d.Roles.Select(role => new DemoPerson(role, d.Id, d.Name, d.Organisation, d.OrganisationName))).OrderBy(p => p.Role)];
    }
}

/// <summary>An invented person and one role held.</summary>
public sealed record DemoPerson(Role Role, PersonId Person, string Name, OrganisationId Organisation, string OrganisationName);
