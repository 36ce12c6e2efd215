using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>My account: who I am, what I may do where, and the organisation I act for.</summary>
[Authorize(Policies.SignedIn)]
[Route("/accounts")]
public sealed class AccountController(PortalDb db, UserManager<Account> accounts, SignInManager<Account> signIn) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        Account account = (await accounts.GetUserAsync(User))!;
        return View(new AccountPage(account.Email!, await Places(account.Person, cancel), await Invitations(account.Person, cancel), await accounts.CountRecoveryCodesAsync(account), (await accounts.GetPasskeysAsync(account)).Count));
    }

    /// <summary>Acts for another of my organisations from now on.</summary>
    [HttpPost("organisation")]
    [NotThroughOwnSignIn]
    public async Task<IActionResult> Switch(OrganisationId organisation, CancellationToken cancel)
    {
        Account account = (await accounts.GetUserAsync(User))!;
        AccountPlace place = (await Places(account.Person, cancel)).FirstOrDefault(p => p.Organisation == organisation) ?? throw new NotFound("The organisation");
        PortalPrincipals.ActFor(HttpContext, organisation);
        await signIn.RefreshSignInAsync(account);
        Tell($"You now act for {place.Name}.");
        return Redirect("/today");
    }

    private Task<List<AccountInvitation>> Invitations(PersonId person, CancellationToken cancel) => (
        from invitation in db.Invitations.AsNoTracking()
        where invitation.Person == person
        join body in db.Organisations on invitation.Organisation equals body.Id
        orderby invitation.InvitedAt
        select new AccountInvitation(invitation.Id, body.Name, body.Kind, invitation.InvitedBy, invitation.InvitedAt, invitation.Roles)).ToListAsync(cancel);

    private Task<List<AccountPlace>> Places(PersonId person, CancellationToken cancel) => (
        from membership in db.Set<Membership>().AsNoTracking()
        where membership.Person == person
        join body in db.Organisations on membership.Organisation equals body.Id
        orderby body.Name
        select new AccountPlace(body.Id, body.Name, body.Kind, body.VerifiedAt, body.VerificationRefusal, membership.Roles)).ToListAsync(cancel);
}

/// <summary>The page.</summary>
public sealed record AccountPage(string Email, IReadOnlyList<AccountPlace> Places, IReadOnlyList<AccountInvitation> Invitations, int CodesLeft, int Passkeys);

/// <summary>An organisation that asks me to act for it.</summary>
public sealed record AccountInvitation(InvitationId Id, string Organisation, OrganisationKind Kind, string By, DateTimeOffset At, IReadOnlyList<Role> Roles)
{
    /// <summary>Staff of a service that bids see no prices of others (care-sector §5).</summary>
    public bool BarsFromPrices => Domain.Organisations.Organisation.SideOf(Kind) is Side.Provider;
}

/// <summary>One organisation and what I may do there.</summary>
public sealed record AccountPlace(OrganisationId Organisation, string Name, OrganisationKind Kind, DateTimeOffset? VerifiedAt, string? Refusal, IReadOnlyList<Role> Roles)
{
    public bool AwaitsVerification => Kind == OrganisationKind.Provider && VerifiedAt is null;
}
