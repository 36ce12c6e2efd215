using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Lifts a co-operative's own restriction, with what changed.</summary>
public sealed class LiftQaRestriction(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, QaRestrictionId id, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        QaRestriction restriction = await db.QaRestrictions.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFound("That restriction");
        DateTimeOffset now = clock.GetUtcNow();
        Organisation cooperative = await db.CooperativeOf(actor, stop);
        restriction.Lift(cooperative.Code, actor.Person, reason, now);
        db.Add(Message.ToOrganisation(restriction.Provider, Role.ProviderBidder, $"{cooperative.Name} has lifted its stop on {restriction.HomeUrn ?? "your homes"}", "New children may be placed there again. Keep your free places up to date.", "/frameworks/own", now, $"restriction/{id.Value}/lifted"));
        await db.Save(actor, stop);
    }
}
