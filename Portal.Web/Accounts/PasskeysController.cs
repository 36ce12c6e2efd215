using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Accounts;

/// <summary>My passkeys: add one, see them, take one away. A passkey asks for its own proof of the person, so it stands for password and code together.</summary>
[Authorize(Policies.SignedIn)]
[NotThroughOwnSignIn]
[Route("/accounts/passkeys")]
public sealed class PasskeysController(UserManager<Account> accounts, SignInManager<Account> signIn, PasswordAgain again, PortalDb db) : PageController
{
    // More than anybody owns devices; a bound on what one account may store.
    private const int Most = 10;

    [HttpGet]
    public async Task<IActionResult> Show() => View(await Page(new PasskeyForm()));

    /// <summary>What the browser needs to make a passkey (WebAuthn creation options, JSON), for the password; without these no device can make one.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options(string? password)
    {
        Account account;
        try
        {
            account = await again.Confirm(User, password);
        }
        catch (RuleBroken wrong)
        {
            return Problem(title: "Not confirmed", statusCode: StatusCodes.Status422UnprocessableEntity, detail: wrong.Message);
        }

        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! }), "application/json");
    }

    [HttpPost]
    public async Task<IActionResult> Add(PasskeyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Account account = await Mine();
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most)
        {
            ModelState.AddModelError("", $"You have {Most} passkeys. Remove one that you no longer use first.");
        }

        if (!ModelState.IsValid || await Attested(account, form) is not { } passkey)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Passkeys", await Page(form));
        }

        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        Tell($"The passkey “{passkey.Name}” was added. You can sign in with it from now on.");
        return Redirect("/accounts/passkeys");
    }

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(string id)
    {
        Account account = await Mine();
        UserPasskeyInfo passkey = (await accounts.GetPasskeysAsync(account)).FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == id) ?? throw new Domain.Kernel.NotFound("The passkey");
        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        Tell($"The passkey “{passkey.Name}” was removed.");
        return Redirect("/accounts/passkeys");
    }

    private async Task<UserPasskeyInfo?> Attested(Account account, PasskeyForm form)
    {
        PasskeyAttestationResult result = await Check(form.Credential);
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
        {
            ModelState.AddModelError("", "The passkey could not be checked. Press the button and try again.");
            return null;
        }

        result.Passkey.Name = form.Name.Trim();
        return result.Passkey;
    }

    // Without a ceremony under way the library throws instead of answering.
    private async Task<PasskeyAttestationResult> Check(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException none)
        {
            return PasskeyAttestationResult.Fail(new PasskeyException(none.Message));
        }
    }

    private async Task<Account> Mine() => (await accounts.GetUserAsync(User))!;

    private async Task<PasskeysPage> Page(PasskeyForm form)
    {
        Account account = await Mine();
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == account.Person);
        return new(form, [.. (await accounts.GetPasskeysAsync(account))
            .OrderByDescending(p => p.CreatedAt)
            .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Unnamed", p.CreatedAt, key?.Passkeys.Any(o => o.Credential.AsSpan().SequenceEqual(p.CredentialId)) == true))]);
    }
}

/// <summary>The page.</summary>
public sealed record PasskeysPage(PasskeyForm Form, IReadOnlyList<PasskeyRow> Passkeys);

/// <summary>One passkey, and whether it opens its holder's key for opening bids.</summary>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset AddedAt, bool OpensBids);

/// <summary>What the browser sends: the name that the person typed and the credential that the device made (JSON).</summary>
public sealed record PasskeyForm
{
    [Required(ErrorMessage = "Enter a name for the passkey, such as “my phone”"), StringLength(60, ErrorMessage = "The name must be 60 characters or fewer")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "No passkey came from this device. Press the button and try again"), StringLength(20_000)]
    public string Credential { get; init; } = "";
}
