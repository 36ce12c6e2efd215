using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Organisations;

/// <summary>Ends a session on the server when its person signs out; old rows go with it.</summary>
public sealed class EndSession(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Guid session, CancellationToken cancellation = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset old = now - EndedSession.Kept;
        await db.EndedSessions.Where(s => s.EndedAt < old).ExecuteDeleteAsync(cancellation);
        if (!await db.EndedSessions.AnyAsync(s => s.Id == session, cancellation))
        {
            db.Add(EndedSession.Of(session, now));
            await db.Save(Kernel.Actor.Portal, cancellation);
        }
    }
}
