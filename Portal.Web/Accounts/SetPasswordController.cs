using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Sets a password through the link of a letter; the address is confirmed by it, other sessions end, a lock-out is lifted.</summary>
[AllowAnonymous]
[Route("/accounts/set-password")]
public sealed class SetPasswordController(UserManager<Account> accounts, AskForVerification verification) : PageController
{
    [HttpGet]
    public IActionResult Show(Guid account, string token) => View(new SetPasswordPage(new SetPasswordForm { Account = account, Token = token }));

    [HttpPost]
    public Task<IActionResult> Post(SetPasswordForm form, CancellationToken cancel) => Try(
        act: () => Set(form, cancel),
        then: () =>
        {
            Tell("Your password is set. Sign in with it.");
            return Redirect("/accounts/sign-in");
        },
        again: () => Task.FromResult<IActionResult>(View("SetPassword", new SetPasswordPage(form with { Password = "" }))));

    private async Task Set(SetPasswordForm form, CancellationToken cancel)
    {
        Account? account = await accounts.FindByIdAsync(form.Account.ToString());
        IdentityResult result = account is null || Token(form.Token) is not { } token
            ? IdentityResult.Failed(accounts.ErrorDescriber.InvalidToken())
            : await accounts.ResetPasswordAsync(account, token, form.Password);
        RuleBroken.If([.. result.Errors.Select(Words)]);
        account!.EmailConfirmed = true;
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        await verification.Execute(account.Person, cancel);
    }

    private static string? Token(string? text)
    {
        try
        {
            return text is null ? null : System.Text.Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Reason Words(IdentityError error) => error.Code switch
    {
        "InvalidToken" => new Reason(error.Code, "The link has expired or was used already. Ask for a new one on the page “I have forgotten my password”."),
        "PasswordTooShort" => new Reason(error.Code, "The password must have at least 12 characters. Three random words are good.", Field: "Password"),
        "PasswordRequiresUniqueChars" => new Reason(error.Code, "The password must have at least 5 different characters.", Field: "Password"),
        _ => new Reason(error.Code, error.Description, Field: "Password"),
    };
}

/// <summary>The page.</summary>
public sealed record SetPasswordPage(SetPasswordForm Form);

/// <summary>What is typed, and the letter's token.</summary>
public sealed record SetPasswordForm
{
    public Guid Account { get; init; }

    public string? Token { get; init; }

    [Required(ErrorMessage = "Enter a new password"), StringLength(200)]
    public string Password { get; init; } = "";
}
