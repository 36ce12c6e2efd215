using Portal.Workflows.Outbox;

namespace Portal.Web.Mail;

/// <summary>Delivers the outbox's mails to an address outside the portal.</summary>
public sealed class MailChannel(IMail mail, PortalAddress address) : IOutboxChannel
{
    public string Name => "mail";

    public Task Deliver(OutboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return mail.Send(new Letter(message.To, message.Title, $"{message.Body}\n\n{address.Of(message.Link)}"), cancellation);
    }
}
