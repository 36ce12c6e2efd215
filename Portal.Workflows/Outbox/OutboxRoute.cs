namespace Portal.Workflows.Outbox;

/// <summary>This happening must lead to a delivery on that channel, whatever procedure runs: the message's addressee is the happening's subject.</summary>
public sealed record OutboxRoute(string Action, string Channel);
