using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Web.Api;
using Portal.Web.Furniture;
using Portal.Web.Start;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Portal.Web.Accounts;

/// <summary>E-mail address and password; then the second factor.</summary>
[AllowAnonymous]
[Route("/accounts/sign-in")]
public sealed class SignInController(PasswordDoor door, PortalSettings settings, IReadOnlyList<OwnProvider> providers) : PageController
{
    [HttpGet]
    public IActionResult Show(string? back) => View(Page(new SignInForm { Back = Local(back) }));

    [HttpPost]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Post(SignInForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            SignInResult result = await door.Try(form.Email.Trim(), form.Password);
            if (result.Succeeded)
            {
                return LocalRedirect(Local(form.Back));
            }

            if (result.RequiresTwoFactor)
            {
                return Redirect("/accounts/sign-in/code?back=" + Uri.EscapeDataString(Local(form.Back)));
            }

            ModelState.AddModelError("", "The e-mail address or the password is wrong, or there were too many attempts. Wait 15 minutes, or set a new password.");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SignIn", Page(form with { Password = "" }));
    }

    private SignInPage Page(SignInForm form) => new(form, settings.Demo, providers);

    private string Local(string? back) => Url.IsLocalUrl(back) ? back! : "/today";
}

/// <summary>The page.</summary>
public sealed record SignInPage(SignInForm Form, bool Demo, IReadOnlyList<OwnProvider> Providers);

/// <summary>What is typed.</summary>
public sealed record SignInForm
{
    [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address"), StringLength(254)]
    public string Email { get; init; } = "";

    [Required(ErrorMessage = "Enter your password"), StringLength(200)]
    public string Password { get; init; } = "";

    public string? Back { get; init; }
}
