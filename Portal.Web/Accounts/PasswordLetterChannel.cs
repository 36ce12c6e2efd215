using System.Globalization;
using Portal.Workflows.Outbox;

namespace Portal.Web.Accounts;

/// <summary>Writes the letter with the link for a new password; to nobody where the address had no account.</summary>
public sealed class PasswordLetterChannel(AccountLetters letters) : IOutboxChannel
{
    public const string Channel = "new-password";

    public string Name => Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation) =>
        Guid.Parse(message.To, CultureInfo.InvariantCulture) is var account && account == Guid.Empty ? Task.CompletedTask : letters.NewPassword(account, cancellation);
}
