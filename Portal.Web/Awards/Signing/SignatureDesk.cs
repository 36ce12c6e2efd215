using System.Security.Claims;
using Portal.Domain.Awards.Signing;
using Portal.Web.Accounts;

namespace Portal.Web.Awards.Signing;

/// <summary>Takes a signature from a page: what was typed and shown, with the person's passkey where there is one.</summary>
public sealed class SignatureDesk(PasskeyConfirmation passkeys)
{
    public async Task<SignatureGiven> Take(ClaimsPrincipal person, AwardForm form) => form.OnPaper
        ? OnPaper(form)
        : new SignatureGiven(form.Signatory ?? "", form.Position ?? "") { Shown = form.Shown, ConfirmedBy = await passkeys.Confirm(person, form.Credential) };

    /// <summary>Recorded by whoever holds the paper; no passkey of theirs stands for the signatory.</summary>
    public static SignatureGiven OnPaper(AwardForm form) =>
        new(form.Signatory ?? "", form.Position ?? "") { Shown = form.Shown, Paper = new PaperSignature(form.SignedOn, form.KeptAt ?? "") };
}
