using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using QRCoder;

namespace Portal.Web.Accounts;

/// <summary>Sets up the authenticator app: QR code, first code, then ten recovery codes shown once.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts/second-factor")]
public sealed class EnrolSecondFactorController(UserManager<Account> accounts, SignInManager<Account> signIn, KnownDevice device) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show() => await IsEnrolled() ? Redirect("/accounts/second-factor/renew") : View(await Page(new EnrolSecondFactorForm()));

    [HttpPost]
    public async Task<IActionResult> Post(EnrolSecondFactorForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await IsEnrolled())
        {
            return Redirect("/accounts/second-factor/renew");
        }

        Account account = (await accounts.GetUserAsync(User))!;
        string code = form.Code.Replace(" ", "", StringComparison.Ordinal);
        if (ModelState.IsValid && !await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.AddModelError("Form.Code", "The code is wrong. Check that the phone’s clock is right and enter the code it shows now.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("EnrolSecondFactor", await Page(form));
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        device.Remember(account);
        await signIn.RefreshSignInAsync(account);
        IEnumerable<string> codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? [];
        return View("RecoveryCodes", new RecoveryCodesPage([.. codes]));
    }

    // A key in use is never shown again: a borrowed session must not be able to copy it.
    private async Task<bool> IsEnrolled() => (await accounts.GetUserAsync(User))!.TwoFactorEnabled;

    private async Task<EnrolSecondFactorPage> Page(EnrolSecondFactorForm form)
    {
        Account account = (await accounts.GetUserAsync(User))!;
        string? key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            key = await accounts.GetAuthenticatorKeyAsync(account);
        }

        string uri = $"otpauth://totp/Care%20Tenders:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer=Care%20Tenders&digits=6";
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode picture = new(data);
        return new EnrolSecondFactorPage(form, "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(5)), string.Join(' ', key!.Chunk(4).Select(c => new string(c))));
    }
}

/// <summary>The page: QR code and the same key to type.</summary>
public sealed record EnrolSecondFactorPage(EnrolSecondFactorForm Form, string Picture, string Key);

/// <summary>Recovery codes, shown once.</summary>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes);

/// <summary>What is typed.</summary>
public sealed record EnrolSecondFactorForm
{
    [Required(ErrorMessage = "Enter the code that the app shows"), StringLength(10)]
    public string Code { get; init; } = "";
}
