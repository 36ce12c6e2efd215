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
        Account account = await Admitted(provider, organisation.Id, subject, stranger, cancel) ?? throw Uninvited(provider, stranger);
        PortalPrincipals.ActFor(HttpContext, organisation.Id);
        await signIn.SignInAsync(account, isPersistent: false, provider.Scheme);
        return LocalRedirect(Local(back));
    }

    // Whom the provider means, if that person belongs to the organisation and is not locked out; remembered from the first time on.
    private async Task<Account?> Admitted(OwnProvider provider, OrganisationId organisation, string subject, ClaimsPrincipal stranger, CancellationToken cancel)
    {
        Account? known = await accounts.FindByLoginAsync(provider.Scheme, subject);
        if ((known ?? await Addressed(provider, stranger)) is not { } account
            || !await db.Set<Membership>().AnyAsync(m => m.Person == account.Person && m.Organisation == organisation, cancel)
            || await accounts.IsLockedOutAsync(account))
        {
            return null;
        }

        if (known is null)
        {
            await accounts.AddLoginAsync(account, new UserLoginInfo(provider.Scheme, subject, provider.Name));
        }

        return account;
    }

    // The first time, the provider's word for a checked address leads to the invitation; from then on only its own name for the person counts.
    private async Task<Account?> Addressed(OwnProvider provider, ClaimsPrincipal stranger)
    {
        bool isChecked = provider.AddressesChecked || string.Equals(stranger.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        Account? account = isChecked ? await accounts.FindByEmailAsync(stranger.FindFirstValue("email") ?? "") : null;
        return account is null || (await accounts.GetLoginsAsync(account)).Any(l => l.LoginProvider == provider.Scheme) ? null : account;
    }

    private static NotAllowed Uninvited(OwnProvider provider, ClaimsPrincipal stranger) =>
        new($"{provider.Name} knows you as {stranger.FindFirstValue("email") ?? "somebody without a confirmed e-mail address"}, and nobody has invited that person here. Ask an administrator of your organisation to invite you at that address.");

    private OwnProvider Named(string key) => providers.FirstOrDefault(p => p.Key == key) ?? throw new NotFound("The sign-in");

    private string Local(string? back) => Url.IsLocalUrl(back) ? back! : "/today";
}
