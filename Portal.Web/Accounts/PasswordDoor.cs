using Microsoft.AspNetCore.Identity;
using Portal.Domain.Organisations;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Portal.Web.Accounts;

/// <summary>Address and password at the sign-in page: the answer and the time it takes say nothing about which addresses have accounts, and nobody locks another person out.</summary>
public sealed class PasswordDoor(UserManager<Account> accounts, SignInManager<Account> signIn, Attempts attempts, KnownDevice device, IHttpContextAccessor http)
{
    private const int Allowed = 5;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);
    private static readonly Lazy<string> Nobodys = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()));

    public async Task<SignInResult> Try(string email, string password)
    {
        string key = $"password {http.HttpContext?.Connection.RemoteIpAddress} {email}";
        Account? account = await accounts.FindByNameAsync(email);
        if (attempts.AreUsedUp(key, Allowed) || account?.PasswordHash is null || !await MayTry(account, password))
        {
            accounts.PasswordHasher.VerifyHashedPassword(account ?? new Account(), Nobodys.Value, password);
            attempts.Count(key, Within);
            return SignInResult.Failed;
        }

        SignInResult result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded || result.RequiresTwoFactor)
        {
            attempts.Clear(key);
        }
        else
        {
            attempts.Count(key, Within);
        }

        return result;
    }

    // Many addresses together can still lock the account; the person's own browser opens it with the right password.
    private async Task<bool> MayTry(Account account, string password)
    {
        if (!await accounts.IsLockedOutAsync(account))
        {
            return true;
        }

        if (!device.IsOf(account) || !await accounts.CheckPasswordAsync(account, password))
        {
            return false;
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        return true;
    }
}
