using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Accounts;

/// <summary>Asks a signed-in person for their passkey before an act that binds, where they have one.</summary>
public sealed class PasskeyConfirmation(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    /// <summary>Whether this person has a passkey; a session through an organisation's own sign-in has none here.</summary>
    public async Task<bool> Asks(ClaimsPrincipal person) =>
        !PortalPrincipals.CameThroughOwnSignIn(person) && await accounts.GetUserAsync(person) is { } account && (await accounts.GetPasskeysAsync(account)).Count > 0;

    /// <summary>What the browser needs to ask the device (WebAuthn request options, JSON).</summary>
    public async Task<string> Options(ClaimsPrincipal person) => await signIn.MakePasskeyRequestOptionsAsync(await accounts.GetUserAsync(person) ?? throw new NotAllowed("Sign in first."));

    /// <summary>The name of the passkey that confirmed the act; empty where the person has none. Raises <see cref="RuleBroken"/> when it was asked for and did not come, or is somebody else's.</summary>
    public async Task<string> Confirm(ClaimsPrincipal person, string? credential)
    {
        return await Asks(person) ? (await Shown(person, credential)).Name ?? "passkey" : "";
    }

    /// <summary>The passkey of this very person that signed afresh. Raises <see cref="RuleBroken"/> when none came, or somebody else's.</summary>
    public async Task<UserPasskeyInfo> Shown(ClaimsPrincipal person, string? credential)
    {
        Account? account = PortalPrincipals.CameThroughOwnSignIn(person) ? null : await accounts.GetUserAsync(person);
        PasskeyAssertionResult<Account>? result = await Check(credential);
        if (account is null || result is not { Succeeded: true } || result.User.Id != account.Id)
        {
            throw new RuleBroken("PASSKEY_MISSING", "Confirm with your passkey: press the button again and follow your device. If you no longer have it, remove it on the page Your passkeys first.", "A13-01");
        }

        await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return result.Passkey;
    }

    // Without a ceremony under way, or with a credential that is none, the library throws instead of answering.
    private async Task<PasskeyAssertionResult<Account>?> Check(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception none) when (none is InvalidOperationException or JsonException or PasskeyException or ArgumentException)
        {
            return null;
        }
    }
}
