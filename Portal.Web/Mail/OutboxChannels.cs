using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows.Outbox;

namespace Portal.Web.Mail;

/// <summary>Delivers the outbox's inbox messages: to everybody who holds the role in the organisation.</summary>
public sealed class InboxChannel(SendMessage send) : IOutboxChannel
{
    public string Name => InboxAddress.Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        (OrganisationId organisation, Role role) = InboxAddress.Parse(message.To);
        return send.Execute(Addressee.Of(organisation, role), message.Title, message.Body, message.Link, "outbox:" + message.Id, cancellation);
    }
}

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
