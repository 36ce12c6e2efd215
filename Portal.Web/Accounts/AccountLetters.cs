using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Mail;

namespace Portal.Web.Accounts;

/// <summary>Letters that let a person set a password: the invitation, and the one for a forgotten password. The link works once, for 72 hours.</summary>
public sealed class AccountLetters(PortalDb db, UserManager<Account> accounts, IMail mail, PortalAddress address, ILogger<AccountLetters> log)
{
    public Task Invite(Person person, string organisation, CancellationToken cancel) => FirstLetter(person, organisation, $"you have been invited to Care Tenders for {organisation}", cancel);

    /// <summary>The letter to whoever registered a provider.</summary>
    public Task Welcome(Person person, string organisation, CancellationToken cancel) => FirstLetter(person, organisation, $"you have registered {organisation} with Care Tenders", cancel);

    private async Task FirstLetter(Person person, string organisation, string why, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        Account account = await db.Users.SingleAsync(a => a.Person == person.Id, cancel);
        string body = account.PasswordHash is null
            ? $"{person.Name},\n\n{why}. Set your password within 72 hours:\n{await Link(account)}\n\nIf you did not expect this, do nothing."
            : $"{person.Name},\n\nyou can now act for {organisation} in Care Tenders with the account that you have:\n{address.Of("/accounts/sign-in")}\n\nIf you did not expect this, tell us.";
        if (!await Left(new Letter(person.Email, $"Care Tenders: your access for {organisation}", body), cancel))
        {
            throw new RuleBroken("LETTER_NOT_SENT", $"The account of {person.Name} is made, but the letter could not be sent: the mail server does not answer. In a few minutes, choose “I have forgotten my password” on the sign-in page with the address {person.Email}: that sends the link.");
        }
    }

    public async Task ForgottenPassword(string email, CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(email) is { } account)
        {
            string body = $"Somebody, probably you, asked for a new password at Care Tenders. Set it within 72 hours:\n{await Link(account)}\n\nIf it was not you, do nothing: your password stays.";
            await Left(new Letter(account.Email!, "Care Tenders: set a new password", body), cancel);
        }
    }

    // Whether the letter left. Who asks for a new password is told the same either way, so that the page names no account.
    private async Task<bool> Left(Letter letter, CancellationToken cancel)
    {
        try
        {
            await mail.Send(letter, cancel);
            return true;
        }
        catch (Exception failed) when (failed is SmtpException or IOException or InvalidOperationException)
        {
            log.LogError(failed, "A letter about an account could not be sent");
            return false;
        }
    }

    private async Task<string> Link(Account account)
    {
        string token = WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        return address.Of($"/accounts/set-password?account={account.Id}&token={token}");
    }
}
