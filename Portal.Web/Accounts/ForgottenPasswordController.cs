using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>Sends a link for a new password; says the same whether or not the address has an account.</summary>
[AllowAnonymous]
[Route("/accounts/forgotten-password")]
public sealed class ForgottenPasswordController(AskNewPassword ask) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new ForgottenPasswordPage(new ForgottenPasswordForm()));

    [HttpPost]
    [EnableRateLimiting(RateLimits.Letters)]
    public Task<IActionResult> Post(ForgottenPasswordForm form, CancellationToken cancel) => Try(
        act: () => ask.Take(form.Email.Trim(), cancel),
        then: () =>
        {
            Tell("If that address has an account, a letter with a link is on its way.");
            return Redirect("/accounts/sign-in");
        },
        again: () => Task.FromResult<IActionResult>(View("ForgottenPassword", new ForgottenPasswordPage(form))));
}

/// <summary>The page.</summary>
public sealed record ForgottenPasswordPage(ForgottenPasswordForm Form);

/// <summary>What is typed.</summary>
public sealed record ForgottenPasswordForm
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address"), EmailAddress(ErrorMessage = "Enter an e-mail address like name@example.gov.uk"), StringLength(254)]
    public string Email { get; init; } = "";
}
