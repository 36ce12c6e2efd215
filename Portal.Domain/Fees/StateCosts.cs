using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Fees;

/// <summary>A provider opens the book of one of its homes; the sheets stated before stay.</summary>
public sealed class StateCosts(PortalDb db, TimeProvider clock)
{
    public async Task<CostSheetId> Execute(Actor actor, string urn, decimal occupied, IReadOnlyCollection<CostLine> lines, CancellationToken cancel)
    {
        actor.MustBe(Role.ProviderBidder);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn && h.Provider == actor.Organisation, cancel) ?? throw new NotFound($"Home {urn}");
        CostSheet sheet = CostSheet.State(urn, actor.Organisation, (home.PlacesRegistered, occupied), lines, actor.Person, clock.GetUtcNow());
        db.Add(sheet);
        await db.Save(actor, cancel);
        return sheet.Id;
    }
}
