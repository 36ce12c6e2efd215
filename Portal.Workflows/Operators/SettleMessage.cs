using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Engine;
using Portal.Workflows.Outbox;

namespace Portal.Workflows.Operators;

/// <summary>An operator of the portal sends an undeliverable message again or gives it up.</summary>
public sealed class SettleMessage(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, Guid messageId, bool drop, string reason, CancellationToken cancellation = default)
    {
        actor.MustOperate();
        Reasons.MustBeGiven(reason);
        OutboxMessage message = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Id == messageId, cancellation) ?? throw new NotFound("The message");
        if (drop)
        {
            message.Drop(reason);
        }
        else
        {
            message.Retry(reason, clock.GetUtcNow());
        }

        await db.Save(actor, cancellation);
    }
}

/// <summary>Whatever an operator does by hand is explained in the log.</summary>
internal static class Reasons
{
    public static void MustBeGiven(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_NEEDED", "Say why; the reason is kept in the log.", field: "Reason");
        }
    }
}
