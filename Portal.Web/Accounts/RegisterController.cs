using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Organisations;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>A provider registers with its first user. Somebody who has an account registers while signed in; to anybody else the page says the same whether or not the address has one.</summary>
[AllowAnonymous]
[Route("/accounts/register")]
public sealed class RegisterController(RegisterProvider register, AskForVerification verification, AccountLetters letters, UserManager<Account> accounts) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show() => View(new RegisterPage(new RegisterForm { Email = await accounts.GetUserAsync(User) is { } account ? account.Email! : "" }));

    [HttpPost]
    [EnableRateLimiting(RateLimits.Letters)]
    public async Task<IActionResult> Post(RegisterForm form, CancellationToken cancel)
    {
        Account? account = await accounts.GetUserAsync(User);
        bool own = account is not null && string.Equals(account.Email, form.Email.Trim(), StringComparison.OrdinalIgnoreCase);
        return await Try(
            act: async () =>
            {
                Person? first = await register.Execute(Stated(form), account?.Person, cancel);
                await (own ? verification.Execute(account!.Person, cancel) : letters.Registered(first, form.Email.Trim(), form.CompanyNumber.Trim(), cancel));
            },
            then: () => own ? Mine(form.Organisation) : Written(form.Email),
            again: () => Task.FromResult<IActionResult>(View("Register", new RegisterPage(form))));
    }

    /// <summary>After the registration: what comes next. Loading it again registers nobody.</summary>
    [HttpGet("sent")]
    public IActionResult Sent() => TempData.Peek("Registered") is string email ? View("Registered", email) : Redirect("/accounts/register");

    private static ProviderRegistration Stated(RegisterForm form) =>
        new(form.Organisation, form.CompanyNumber, form.Name, form.Email) { Address = PostalAddress.Of(form.Street, form.Town, form.Postcode, email: form.Email) };

    private RedirectResult Written(string email)
    {
        TempData["Registered"] = email;
        return Redirect("/accounts/register/sent");
    }

    private RedirectResult Mine(string organisation)
    {
        Tell($"{organisation.Trim()} is registered. A co-operative now checks that you may act for it.");
        return Redirect("/accounts#organisations");
    }
}

/// <summary>The page.</summary>
public sealed record RegisterPage(RegisterForm Form);

/// <summary>What is typed.</summary>
public sealed record RegisterForm
{
    [Display(Name = "Provider’s registered name"), Required(ErrorMessage = "Enter the provider’s registered name"), StringLength(200), OneLine]
    public string Organisation { get; init; } = "";

    [Display(Name = "Company number"), Required(ErrorMessage = "Enter the company number"), StringLength(20)]
    public string CompanyNumber { get; init; } = "";

    [Display(Name = "Building and street"), Required(ErrorMessage = "Enter the building and street of the registered office"), StringLength(200)]
    public string Street { get; init; } = "";

    [Display(Name = "Town or city"), Required(ErrorMessage = "Enter the town or city"), StringLength(100)]
    public string Town { get; init; } = "";

    [Display(Name = "Postcode"), Required(ErrorMessage = "Enter the postcode"), StringLength(20)]
    public string Postcode { get; init; } = "";

    [Display(Name = "Your name"), Required(ErrorMessage = "Enter your name"), StringLength(200), OneLine]
    public string Name { get; init; } = "";

    [Display(Name = "Your work e-mail address"), Required(ErrorMessage = "Enter your e-mail address"), EmailAddress(ErrorMessage = "Enter an e-mail address like name@example.org.uk"), StringLength(254), OneLine]
    public string Email { get; init; } = "";
}
