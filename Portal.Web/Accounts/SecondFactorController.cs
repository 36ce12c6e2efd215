using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Portal.Web.Accounts;

/// <summary>The second factor at sign-in: the code of the authenticator app, or a recovery code.</summary>
[AllowAnonymous]
[Route("/accounts/sign-in/code")]
public sealed class SecondFactorController(SignInManager<Account> signIn, Attempts attempts, KnownDevice device) : PageController
{
    private const int Allowed = 5;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    [HttpGet]
    public async Task<IActionResult> Show(string? back) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/accounts/sign-in") : View(new SecondFactorPage(new SecondFactorForm { Back = Local(back) }));

    [HttpPost]
    public async Task<IActionResult> Post(SecondFactorForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return Redirect("/accounts/sign-in");
        }

        if (ModelState.IsValid)
        {
            SignInResult result = await Check(account, form.Code.Replace(" ", "", StringComparison.Ordinal));
            if (result.Succeeded)
            {
                return LocalRedirect(Local(form.Back));
            }

            ModelState.AddModelError("Form.Code", result.IsLockedOut ? "Too many wrong codes. Wait 15 minutes." : "The code is wrong or has expired. Wait for the next one, or enter a recovery code.");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SecondFactor", new SecondFactorPage(form));
    }

    // Whoever gets here knows the password, so few codes may be guessed, from wherever.
    private async Task<SignInResult> Check(Account account, string code)
    {
        string key = $"code {account.Id}";
        if (attempts.AreUsedUp(key, Allowed))
        {
            return SignInResult.LockedOut;
        }

        SignInResult result = await Tried(code);
        if (result.Succeeded)
        {
            attempts.Clear(key);
            device.Remember(account);
        }
        else
        {
            attempts.Count(key, Within);
        }

        return result;
    }

    // Six digits are the app's; anything else is tried as a recovery code.
    private async Task<SignInResult> Tried(string code) => code.Length == 6 && code.All(char.IsAsciiDigit)
        ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
        : await signIn.TwoFactorRecoveryCodeSignInAsync(code);

    private string Local(string? back) => Url.IsLocalUrl(back) ? back! : "/today";
}

/// <summary>The page.</summary>
public sealed record SecondFactorPage(SecondFactorForm Form);

/// <summary>What is typed.</summary>
public sealed record SecondFactorForm
{
    [Required(ErrorMessage = "Enter the code"), StringLength(40)]
    public string Code { get; init; } = "";

    public string? Back { get; init; }
}
