using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Standing;

/// <summary>Takes a turn off the duty rota.</summary>
public sealed class CancelDutyTurn(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, DutyTurnId id, CancellationToken cancel)
    {
        actor.MustBe(Role.Director, Role.HeadOfService, Role.RccCommissioner, Role.Administrator);
        DutyTurn turn = await db.DutyTurns.SingleOrDefaultAsync(t => t.Id == id && t.Organisation == actor.Organisation, cancel) ?? throw new NotFound("That turn");
        turn.Cancel(clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
