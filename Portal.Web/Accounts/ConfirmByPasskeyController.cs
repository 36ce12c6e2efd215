using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Gives a page what it needs to ask the signed-in person's device for a passkey, before an act that binds.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts/passkeys/confirmation")]
public sealed class ConfirmByPasskeyController(PasskeyConfirmation passkeys) : PageController
{
    [HttpPost]
    public async Task<IActionResult> Options() => Content(await passkeys.Options(User), "application/json");
}
