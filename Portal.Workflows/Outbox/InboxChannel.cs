using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Workflows.Outbox;

/// <summary>Puts the message into the inbox of everybody who holds the role there; the message's own key makes a repetition harmless.</summary>
public sealed class InboxChannel(SendMessage send) : IOutboxChannel
{
    public string Name => InboxAddress.Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation)
    {
        (OrganisationId organisation, Role role) = InboxAddress.Parse(message.To);
        return send.Execute(Addressee.Of(organisation, role), message.Title, message.Body, message.Link, message.Key, cancellation);
    }
}
