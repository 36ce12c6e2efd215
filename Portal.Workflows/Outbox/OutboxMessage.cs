using Portal.Domain.Kernel;

namespace Portal.Workflows.Outbox;

/// <summary>What a delivery says, and where in the portal to act on it.</summary>
public sealed record OutboxText(string Title, string Body, string Link);

/// <summary>Something to be handed to the outside at least once: an inbox message, a mail, a notice. Its key makes a second copy impossible.</summary>
public sealed class OutboxMessage : Aggregate
{
    private OutboxMessage()
    {
    }

    public OutboxMessage(string channel, string key, string to, OutboxText text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        Id = Guid.CreateVersion7();
        (Channel, Key, To, CreatedAt, DueAt) = (channel, key, to, now, now);
        (Title, Body, Link) = text;
    }

    public Guid Id { get; private set; }

    /// <summary>Which <see cref="IOutboxChannel"/> delivers it.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Says what it is the delivery of, so that running a step again never tells anybody twice.</summary>
    public string Key { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string Link { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When delivery is next tried; null when delivered, dropped or on the poison list.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public bool Poisoned { get; private set; }

    public Guid? Lease { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    internal void Delivered(DateTimeOffset now)
    {
        (DeliveredAt, DueAt, LastError, Lease, LeasedUntil) = (now, null, null, null, null);
        Attempts++;
    }

    internal void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = Backoff.Shortened(error);
        Poisoned = Backoff.IsOver(Attempts);
        DueAt = Backoff.Next(Attempts, now);
        (Lease, LeasedUntil) = (null, null);
    }

    internal void Retry(string reason, DateTimeOffset now)
    {
        if (!Poisoned)
        {
            throw new RuleBroken("NOT_POISONED", "This message is not on the list of failures.");
        }

        (DueAt, Attempts, Poisoned) = (now, 0, false);
        Happened("outbox.retried", $"outbox/{Id}", new { Channel, Key, reason });
    }

    internal void Drop(string reason)
    {
        if (!Poisoned)
        {
            throw new RuleBroken("NOT_POISONED", "This message is not on the list of failures.");
        }

        (DueAt, Poisoned) = (null, false);
        Happened("outbox.dropped", $"outbox/{Id}", new { Channel, Key, reason });
    }
}
