using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Lifts a co-operative's own restriction, with what changed.</summary>
public sealed class LiftQaRestriction(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, QaRestrictionId id, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        QaRestriction restriction = await db.QaRestrictions.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("That restriction");
        restriction.Lift((await db.CooperativeOf(actor, stop)).Code, actor.Person, reason, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
