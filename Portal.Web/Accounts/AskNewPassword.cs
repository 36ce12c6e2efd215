using Microsoft.AspNetCore.Identity;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows.Outbox;

namespace Portal.Web.Accounts;

/// <summary>Takes the wish for a new password. What is done, and how long it takes, is the same whether or not the address has an account: the letter leaves afterwards, through the outbox, and is tried again when the mail server does not answer.</summary>
public sealed class AskNewPassword(PortalDb db, UserManager<Account> accounts, Attempts attempts, TimeProvider clock)
{
    private const int LettersAnHour = 3;

    /// <summary>At most three an hour to one address, whoever asks for them. The outbox keeps the account, never the address that a stranger typed.</summary>
    public async Task Take(string email, CancellationToken cancel)
    {
        string key = "letter " + email;
        if (attempts.AreUsedUp(key, LettersAnHour))
        {
            return;
        }

        attempts.Count(key, TimeSpan.FromHours(1));
        Account? account = await accounts.FindByEmailAsync(email);
        var text = new OutboxText("A new password was asked for", "The link is made when the letter leaves.", "/accounts/sign-in");
        db.Add(new OutboxMessage(PasswordLetterChannel.Channel, $"new-password/{Guid.NewGuid():n}", (account?.Id ?? Guid.Empty).ToString(), text, clock.GetUtcNow()));
        await db.Save(Actor.Portal, cancel);
    }
}
