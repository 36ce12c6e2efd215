using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Accounts;

/// <summary>Asks for the password once more before the keys to an account change: a borrowed session alone must not make itself at home.</summary>
public sealed class PasswordAgain(UserManager<Account> accounts, SignInManager<Account> signIn, Attempts attempts)
{
    private const int Allowed = 5;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    /// <summary>The signed-in person's account; <see cref="RuleBroken"/> when the password is not theirs.</summary>
    public async Task<Account> Confirm(ClaimsPrincipal user, string? password)
    {
        Account account = (await accounts.GetUserAsync(user))!;
        if (account.PasswordHash is null)
        {
            throw new RuleBroken("NO_PASSWORD", "Your account has no password yet. Set one first: choose “I have forgotten my password” on the sign-in page.", field: "Password");
        }

        string key = $"again {account.Id}";
        if (attempts.AreUsedUp(key, Allowed))
        {
            throw new RuleBroken("PASSWORD", "Too many wrong passwords. Wait 15 minutes.", field: "Password");
        }

        if (!(await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true)).Succeeded)
        {
            attempts.Count(key, Within);
            throw new RuleBroken("PASSWORD", "The password is wrong.", field: "Password");
        }

        attempts.Clear(key);
        return account;
    }
}
