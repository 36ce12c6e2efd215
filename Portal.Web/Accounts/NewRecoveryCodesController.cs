using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>New recovery codes in place of the old ones, for the password.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts/recovery-codes")]
public sealed class NewRecoveryCodesController(UserManager<Account> accounts, PasswordAgain again) : PageController
{
    private const int Codes = 10;

    [HttpGet]
    public IActionResult Show() => View("NewRecoveryCodes", new NewRecoveryCodesPage(new NewRecoveryCodesForm()));

    [HttpPost]
    public async Task<IActionResult> Post(NewRecoveryCodesForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        IReadOnlyList<string> made = [];
        return await Try(
            act: async () => made = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(await again.Confirm(User, form.Password), Codes) ?? []],
            then: () => View("RecoveryCodes", new RecoveryCodesPage(made)),
            again: () => Task.FromResult(Show()));
    }
}

/// <summary>The page.</summary>
public sealed record NewRecoveryCodesPage(NewRecoveryCodesForm Form);

/// <summary>What is typed.</summary>
public sealed record NewRecoveryCodesForm
{
    [Required(ErrorMessage = "Enter your password"), StringLength(200)]
    public string Password { get; init; } = "";
}
