using System.Globalization;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Delivering;
using Portal.Domain.Notices.Finding;
using Portal.Workflows.Outbox;

namespace Portal.Web.Notices;

/// <summary>Turns a happening that owes a notice into the notice; the message's key ends with the log entry's row.</summary>
public sealed class MakeNoticeChannel(ProduceNotice produce) : IOutboxChannel
{
    public const string Channel = "notices.make";

    public string Name => Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation) =>
        produce.Execute(Actor.Portal, long.Parse(message.Key[(message.Key.LastIndexOf('#') + 1)..], CultureInfo.InvariantCulture), cancellation);
}

/// <summary>Hands a published notice to the publisher; addressed to <c>notice/{release id}</c>.</summary>
public sealed class SendNoticeChannel(SendNotice send) : IOutboxChannel
{
    public const string Channel = "notices.send";

    public string Name => Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation) =>
        send.Execute(Actor.Portal, message.To["notice/".Length..], cancellation);
}

/// <summary>Tells those whose saved search a new notice fits; addressed to <c>notice/{release id}</c>.</summary>
public sealed class TellSearchersChannel(TellSearchers tell) : IOutboxChannel
{
    public const string Channel = "notices.searches";

    public string Name => Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation) =>
        tell.Execute(Actor.Portal, message.To["notice/".Length..], cancellation);
}
