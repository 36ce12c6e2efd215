using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Signs in through an organisation's own OpenID provider. It lets in only people whom that organisation has invited, and only to act for it.</summary>
[AllowAnonymous]
[Route("/accounts/sign-in/with/{key}")]
public sealed class OwnProviderController(PortalDb db, UserManager<Account> accounts, SignInManager<Account> signIn, IReadOnlyList<OwnProvider> providers) : PageController
{
    [HttpGet]
    public IActionResult Begin(string key, string? back)
    {
        OwnProvider provider = Named(key);
        return Challenge(new AuthenticationProperties { RedirectUri = $"/accounts/sign-in/with/{provider.Key}/done?back={Uri.EscapeDataString(Local(back))}" }, provider.Scheme);
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done(string key, string? back, CancellationToken cancel)
    {
        OwnProvider provider = Named(key);
        AuthenticateResult answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (answer.Principal is not { } stranger || answer.Properties?.Items[".AuthScheme"] != provider.Scheme || stranger.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            throw new NotAllowed($"{provider.Name} did not confirm who you are. Try again, or ask its help desk.");
        }

        Organisation organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == provider.Organisation, cancel) ?? throw new NotFound("The organisation");
        Account account = await Known(provider, subject) ?? await Invited(provider, subject, stranger);
        if (!await db.Set<Membership>().AnyAsync(m => m.Person == account.Person && m.Organisation == organisation.Id, cancel) || await accounts.IsLockedOutAsync(account))
        {
            throw Uninvited(provider, stranger);
        }

        PortalPrincipals.ActFor(HttpContext, organisation.Id);
        await signIn.SignInAsync(account, isPersistent: false, provider.Scheme);
        return LocalRedirect(Local(back));
    }

    private Task<Account?> Known(OwnProvider provider, string subject) => accounts.FindByLoginAsync(provider.Scheme, subject);

    // The first time, the provider's word for a checked address leads to the invitation; from then on only its own name for the person counts.
    private async Task<Account> Invited(OwnProvider provider, string subject, ClaimsPrincipal stranger)
    {
        bool isChecked = provider.AddressesChecked || string.Equals(stranger.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        Account account = (isChecked ? await accounts.FindByEmailAsync(stranger.FindFirstValue("email") ?? "") : null) ?? throw Uninvited(provider, stranger);
        bool belongs = await (
            from membership in db.Set<Membership>()
            join body in db.Organisations on membership.Organisation equals body.Id
            where membership.Person == account.Person && body.Code == provider.Organisation
            select membership).AnyAsync();
        if (!belongs || (await accounts.GetLoginsAsync(account)).Any(l => l.LoginProvider == provider.Scheme))
        {
            throw Uninvited(provider, stranger);
        }

        await accounts.AddLoginAsync(account, new UserLoginInfo(provider.Scheme, subject, provider.Name));
        return account;
    }

    private static NotAllowed Uninvited(OwnProvider provider, ClaimsPrincipal stranger) =>
        new($"{provider.Name} knows you as {stranger.FindFirstValue("email") ?? "somebody without a confirmed e-mail address"}, and nobody has invited that person here. Ask an administrator of your organisation to invite you at that address.");

    private OwnProvider Named(string key) => providers.FirstOrDefault(p => p.Key == key) ?? throw new NotFound("The sign-in");

    private string Local(string? back) => Url.IsLocalUrl(back) ? back! : "/today";
}
