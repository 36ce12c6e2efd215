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
    /// <summary>To somebody whom an administrator brings into the organisation, or asks to join it.</summary>
    public async Task Invite(Invited invited, string organisation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(invited);
        Person person = invited.Person;
        Account account = await db.Users.SingleAsync(a => a.Person == person.Id, cancel);
        string opening = account.PasswordHash is null
            ? $"you have been invited to Care Tenders for {organisation}. Set your password within 72 hours:\n{await Link(account)}"
            : $"{organisation} asks you to act for it in Care Tenders with the account that you have.";
        string then = invited.MustAccept ? $"\n\nNothing changes until you sign in and accept on the page Your account:\n{address.Of("/accounts#invitations")}\nThere you can decline too." : "";
        if (!await Left(new Letter(person.Email, $"Care Tenders: your access for {organisation}", $"{person.Name},\n\n{opening}{then}\n\nIf you did not expect this, do nothing."), cancel))
        {
            throw new RuleBroken("LETTER_NOT_SENT", $"The invitation is recorded, but the letter could not be sent: the mail server does not answer. In a few minutes, choose “I have forgotten my password” on the sign-in page with the address {person.Email}: that sends the link.");
        }
    }

    /// <summary>The link that sets this person's password, for whoever runs the server to hand over.</summary>
    public async Task<string> LinkFor(PersonId person, CancellationToken cancel) => await Link(await db.Users.SingleAsync(a => a.Person == person, cancel));

    /// <summary>To the address that a stranger typed: nothing in it is the stranger's but the company number, and the owner of an account learns that nothing was registered.</summary>
    public async Task Registered(Person? first, string email, string companyNumber, CancellationToken cancel)
    {
        string body = first is not null
            ? $"A provider with the company number {companyNumber} was registered at Care Tenders with this address. Set your password within 72 hours:\n{await LinkFor(first.Id, cancel)}\n\nIf it was not you, do nothing: without a password nobody can act, and no co-operative is asked to verify it."
            : $"Somebody, perhaps you, tried to register a provider with the company number {companyNumber} at Care Tenders with this address, which has an account already. Nothing was registered. If it was you, sign in first, then register:\n{address.Of("/accounts/register")}\n\nIf it was not you, do nothing.";
        await Left(new Letter(email, "Care Tenders: a registration with your address", body), cancel);
    }

    /// <summary>The link for a new password, asked for by somebody who knew the address. A letter that cannot be sent is the outbox's to try again.</summary>
    public async Task NewPassword(Guid id, CancellationToken cancel)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account)
        {
            string body = $"Somebody, probably you, asked for a new password at Care Tenders. Set it within 72 hours:\n{await Link(account)}\n\nIf it was not you, do nothing: your password stays.";
            await mail.Send(new Letter(account.Email!, "Care Tenders: set a new password", body), cancel);
        }
    }

    // Whether the letter left.
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
