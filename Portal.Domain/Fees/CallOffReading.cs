using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>How a call-off is read: by its two parties, and by those who approve its fee.</summary>
public static class CallOffReading
{
    extension(PortalDb db)
    {
        /// <summary>The call-off, or <see cref="NotFound"/> for everybody else.</summary>
        public async Task<CallOff> ReadCallOff(Actor actor, string reference, CancellationToken cancel) =>
            actor.Is(Role.Finance, Role.Commissioner, Role.RccCommissioner, Role.HeadOfService, Role.Director) && await db.FeesSeenBy(actor).AnyAsync(f => f.Asked.CallOffRef == reference, cancel)
                ? await db.CallOffs.AsNoTracking().SingleAsync(c => c.Ref == reference, cancel)
                : await db.LoadCallOff(actor, reference, cancel);
    }
}
