using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Ends the session, here and on the server: a copy of its cookie opens nothing any more.</summary>
[AllowAnonymous]
[Route("/accounts/sign-out")]
public sealed class SignOutController(SignInManager<Account> signIn, EndSession end) : PageController
{
    [HttpPost]
    public async Task<IActionResult> Post(CancellationToken cancel)
    {
        if (Sessions.Of(User) is { } session)
        {
            await end.Execute(session, cancel);
        }

        await signIn.SignOutAsync();
        Tell("You are signed out.");
        return Redirect("/");
    }
}
