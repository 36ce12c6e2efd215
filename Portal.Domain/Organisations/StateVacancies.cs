using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A provider says how many places of a home are taken tonight.</summary>
public sealed class StateVacancies(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string urn, int occupied, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.ProviderBidder, Role.Administrator);
        ProviderHome home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == urn && h.Provider == actor.Organisation, cancellation) ?? throw new NotFound("The home");
        home.StateOccupancy(occupied, clock.GetUtcNow());
        await db.Save(actor, cancellation);
    }
}
