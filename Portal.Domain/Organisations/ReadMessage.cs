using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Opens a message of the actor's own inbox and marks it read.</summary>
public sealed class ReadMessage(PortalDb db, TimeProvider clock)
{
    public async Task<Message> Execute(Actor actor, MessageId id, CancellationToken cancellation = default)
    {
        Message? message = await db.Messages.SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (message is null || !message.IsFor(actor))
        {
            throw new NotFound("The message");
        }

        message.Read(actor, clock.GetUtcNow());
        await db.Save(actor, cancellation);
        return message;
    }
}
