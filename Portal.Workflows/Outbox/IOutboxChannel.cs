namespace Portal.Workflows.Outbox;

/// <summary>One way out of the portal. Delivery is at least once: a channel must bear the same key twice.</summary>
public interface IOutboxChannel
{
    string Name { get; }

    Task Deliver(OutboxMessage message, CancellationToken cancellation);
}
