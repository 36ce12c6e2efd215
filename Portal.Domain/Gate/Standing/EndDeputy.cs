using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Standing;

/// <summary>Ends a deputy's standing-in before its last day.</summary>
public sealed class EndDeputy(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, DeputyId id, CancellationToken cancel)
    {
        Deputy deputy = await db.Deputies.SingleOrDefaultAsync(d => d.Id == id && d.Organisation == actor.Organisation, cancel) ?? throw new NotFound("That deputy");
        deputy.End(actor, LondonTime.DateOf(clock.GetUtcNow()));
        await db.Save(actor, cancel);
    }
}
