using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>A new phone: with the password, the old authenticator key is thrown away and a new one set up. The old key is never shown again.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts/second-factor/renew")]
public sealed class RenewSecondFactorController(UserManager<Account> accounts, SignInManager<Account> signIn, PasswordAgain again) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new RenewSecondFactorPage(new RenewSecondFactorForm()));

    [HttpPost]
    public Task<IActionResult> Post(RenewSecondFactorForm form) => Try(
        act: () => Renew(form.Password),
        then: () => Redirect("/accounts/second-factor"),
        again: () => Task.FromResult<IActionResult>(View("RenewSecondFactor", new RenewSecondFactorPage(new RenewSecondFactorForm()))));

    private async Task Renew(string password)
    {
        Account account = await again.Confirm(User, password);
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
    }
}

/// <summary>The page.</summary>
public sealed record RenewSecondFactorPage(RenewSecondFactorForm Form);

/// <summary>What is typed.</summary>
public sealed record RenewSecondFactorForm
{
    [Required(ErrorMessage = "Enter your password"), StringLength(200)]
    public string Password { get; init; } = "";
}
