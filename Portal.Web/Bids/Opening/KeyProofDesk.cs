using System.Buffers.Text;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Bids.Sealing;
using Portal.Web.Accounts;

namespace Portal.Web.Bids.Opening;

/// <summary>What the forms of openers send: a passphrase, or what the page's script had from the passkey.</summary>
public sealed record KeyProofForm
{
    public string? Passphrase { get; init; }

    /// <summary>The passkey's fresh signature (WebAuthn, JSON).</summary>
    public string? Passkey { get; init; }

    /// <summary>The 32 bytes that the passkey made for openings, in base64url.</summary>
    public string? Secret { get; init; }

    public bool ByPasskey => !string.IsNullOrEmpty(Passkey);
}

/// <summary>Takes an opener's proof from a page. A passkey counts only with a fresh signature of a passkey that is on this very person's account.</summary>
public sealed class KeyProofDesk(PasskeyConfirmation passkeys)
{
    public async Task<KeyProof> Take(ClaimsPrincipal person, KeyProofForm form) =>
        form.ByPasskey ? new KeyProof("", await Passkey(person, form)) : new KeyProof(form.Passphrase ?? "");

    public async Task<PasskeySecret> Passkey(ClaimsPrincipal person, KeyProofForm form)
    {
        UserPasskeyInfo shown = await passkeys.Shown(person, form.Passkey);
        return new PasskeySecret(shown.CredentialId, shown.Name ?? "passkey", Bytes(form.Secret ?? ""));
    }

    /// <summary>Whether this person can use a passkey here: one is on the account, and the session is not an organisation's own sign-in.</summary>
    public Task<bool> MayUsePasskeys(ClaimsPrincipal person) => passkeys.Asks(person);

    // What cannot be read is as good as nothing, and is refused for its length.
    private static byte[] Bytes(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
}

/// <summary>The fields and buttons with which an opener gives a proof.</summary>
/// <param name="Id">The id of the passphrase's field.</param>
/// <param name="Label">What the passphrase is asked for.</param>
/// <param name="Button">What happens, in the button's words.</param>
public sealed record KeyProofPart(string Id, string Label, string Button, OpenerDoors Doors)
{
    public string? Hint { get; init; }

    /// <summary>The button is not the page's main one.</summary>
    public bool Secondary { get; init; }
}

/// <summary>What opens the reader's own key: the passphrase, and which passkeys (credential ids in base64url).</summary>
public sealed record OpenerDoors(bool Passphrase, IReadOnlyList<string> Passkeys)
{
    /// <summary>The key opens with a passkey alone, which this session cannot use.</summary>
    public bool Shut => !Passphrase && Passkeys.Count == 0;

    public static string Salt => Base64Url.EncodeToString([.. PasskeySecret.Salt]);

    public static OpenerDoors Of(OpenerKey? key, bool mayUsePasskeys) =>
        new(key?.HasPassphrase ?? true, key is null || !mayUsePasskeys ? [] : [.. key.Passkeys.Select(p => Base64Url.EncodeToString(p.Credential))]);
}
