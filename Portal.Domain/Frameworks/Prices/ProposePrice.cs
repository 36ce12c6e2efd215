using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>A provider asks for other prices of its home from a later day.</summary>
public sealed class ProposePrice(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, PriceTerms terms, DateOnly from, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        if (home.Provider != actor.Organisation)
        {
            throw new NotAllowed("Only the home’s own provider asks for other prices.");
        }

        Framework framework = await db.LoadFramework(reference, stop);
        if (home.ScheduleOn(from) is { } held && terms.IsDearerThan(held.Terms) && await db.UpliftRules.AnyAsync(r => r.Framework == framework.Id, stop))
        {
            throw new RuleBroken("UPLIFT_ONLY", "On this framework a dearer price is an uplift, which its board votes on. Ask for an uplift, or for a price that is nowhere dearer.", "care-sector §1.3", "Core");
        }

        home.ProposePrice(framework.Lot(lotNumber), terms, from, reason, LondonTime.DateOf(clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
