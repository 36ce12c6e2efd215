using Microsoft.AspNetCore.DataProtection;
using Portal.Domain.Organisations;

namespace Portal.Web.Accounts;

/// <summary>A browser in which this person has signed in with both factors before: others' wrong passwords never shut it out.</summary>
public sealed class KnownDevice(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private const string Cookie = "portal-device";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Portal.KnownDevice").ToTimeLimitedDataProtector();

    /// <summary>Remembers this browser for the account.</summary>
    public void Remember(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        http.HttpContext?.Response.Cookies.Append(Cookie, protector.Protect(account.Id.ToString(), Kept), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Kept, IsEssential = true, Path = "/accounts" });
    }

    /// <summary>Whether this browser is remembered for the account.</summary>
    public bool IsOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        try
        {
            return http.HttpContext?.Request.Cookies[Cookie] is { Length: > 0 } text && protector.Unprotect(text) == account.Id.ToString();
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
