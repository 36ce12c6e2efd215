using Portal.Domain.Fees;

namespace Portal.Workflows.Outbox;

/// <summary>When a place is called off, its fee is put before those who must approve it.</summary>
public sealed class FeeRequestChannel(RequestFeeApproval request) : IOutboxChannel
{
    public const string Channel = "fees";

    public string Name => Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation) => request.Execute(message.To[(message.To.IndexOf('/') + 1)..], cancellation);
}
