using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Ends the session.</summary>
[AllowAnonymous]
[Route("/accounts/sign-out")]
public sealed class SignOutController(SignInManager<Account> signIn) : PageController
{
    [HttpPost]
    public async Task<IActionResult> Post()
    {
        await signIn.SignOutAsync();
        Tell("You are signed out.");
        return Redirect("/");
    }
}
