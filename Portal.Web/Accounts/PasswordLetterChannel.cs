using System.Globalization;
using Portal.Workflows.Outbox;

namespace Portal.Web.Accounts;

/// <summary>Writes the letter with the link for a new password; to nobody where the address had no account.</summary>
public sealed class PasswordLetterChannel(AccountLetters letters) : IOutboxChannel
{
    public const string Channel = "new-password";

    public string Name => Channel;

    // The outbox delivers one after another: a mail server that accepts and says nothing must not hold the others up.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public async Task Deliver(OutboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        Guid account = Guid.Parse(message.To, CultureInfo.InvariantCulture);
        if (account == Guid.Empty)
        {
            return;
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Longest);
        try
        {
            await letters.NewPassword(account, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time; the letter is tried again.");
        }
    }
}
