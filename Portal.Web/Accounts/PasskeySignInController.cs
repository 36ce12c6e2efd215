using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Portal.Web.Accounts;

/// <summary>Signs in with a passkey: the device names the account and proves it, so nothing is typed.</summary>
[AllowAnonymous]
[Route("/accounts/sign-in/passkey")]
public sealed class PasskeySignInController(SignInManager<Account> signIn) : PageController
{
    /// <summary>What the browser needs to ask the device (WebAuthn request options, JSON).</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost]
    public async Task<IActionResult> Post(string? credential, string? back)
    {
        SignInResult result = await Check(credential ?? "");
        return result.Succeeded
            ? Json(new { next = Url.IsLocalUrl(back) ? back : "/today" })
            : Problem(title: "Not signed in", statusCode: StatusCodes.Status422UnprocessableEntity, detail: result.IsLockedOut
                ? "This account is locked after too many wrong attempts. Wait 15 minutes."
                : "The passkey is not known here. Sign in with your password, then add the passkey on the page Your account.");
    }

    // Without a ceremony under way, or with a credential that is none, the library throws instead of answering.
    private async Task<SignInResult> Check(string credential)
    {
        try
        {
            return await signIn.PasskeySignInAsync(credential);
        }
        catch (Exception none) when (none is InvalidOperationException or System.Text.Json.JsonException or PasskeyException or ArgumentException)
        {
            return SignInResult.Failed;
        }
    }
}
