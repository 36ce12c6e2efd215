using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>A provider registers with its first user.</summary>
[AllowAnonymous]
[Route("/accounts/register")]
public sealed class RegisterController(RegisterProvider register, AccountLetters letters) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new RegisterPage(new RegisterForm()));

    [HttpPost]
    public Task<IActionResult> Post(RegisterForm form, CancellationToken cancel) => Try(
        act: async () => await letters.Welcome(await register.Execute(form.Organisation, form.CompanyNumber, PostalAddress.Of(form.Street, form.Town, form.Postcode), form.Name, form.Email, cancel), form.Organisation, cancel),
        then: () =>
        {
            TempData["Registered"] = form.Email;
            return Redirect("/accounts/register/sent");
        },
        again: () => Task.FromResult<IActionResult>(View("Register", new RegisterPage(form))));

    /// <summary>After the registration: what comes next. Loading it again registers nobody.</summary>
    [HttpGet("sent")]
    public IActionResult Sent() => TempData.Peek("Registered") is string email ? View("Registered", email) : Redirect("/accounts/register");
}

/// <summary>The page.</summary>
public sealed record RegisterPage(RegisterForm Form);

/// <summary>What is typed.</summary>
public sealed record RegisterForm
{
    [Display(Name = "Provider’s registered name"), Required(ErrorMessage = "Enter the provider’s registered name"), StringLength(200)]
    public string Organisation { get; init; } = "";

    [Display(Name = "Company number"), Required(ErrorMessage = "Enter the company number"), StringLength(20)]
    public string CompanyNumber { get; init; } = "";

    [Display(Name = "Building and street"), Required(ErrorMessage = "Enter the building and street of the registered office"), StringLength(200)]
    public string Street { get; init; } = "";

    [Display(Name = "Town or city"), Required(ErrorMessage = "Enter the town or city"), StringLength(100)]
    public string Town { get; init; } = "";

    [Display(Name = "Postcode"), Required(ErrorMessage = "Enter the postcode"), StringLength(20)]
    public string Postcode { get; init; } = "";

    [Display(Name = "Your name"), Required(ErrorMessage = "Enter your name"), StringLength(200)]
    public string Name { get; init; } = "";

    [Display(Name = "Your work e-mail address"), Required(ErrorMessage = "Enter your e-mail address"), EmailAddress(ErrorMessage = "Enter an e-mail address like name@example.org.uk"), StringLength(254)]
    public string Email { get; init; } = "";
}
