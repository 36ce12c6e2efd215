using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Stops a home, or every home of its provider, for a co-operative; every region sees it at once.</summary>
public sealed class ImposeQaRestriction(PortalDb db, TimeProvider clock)
{
    public async Task<QaRestrictionId> Execute(Actor actor, QaRestrictionKind kind, string urn, bool wholeProvider, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
        Organisation cooperative = await db.CooperativeOf(actor, stop);
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, stop)
            ?? throw new RuleBroken("HOME_UNKNOWN", $"No home with the URN {urn} is registered here.", field: "Urn");
        string? meant = wholeProvider ? null : urn;
        if (await db.QaRestrictions.AnyAsync(r => r.LiftedAt == null && r.ByCooperative == cooperative.Code && r.Provider == home.Provider && r.HomeUrn == meant && r.Kind == kind, stop))
        {
            throw new RuleBroken("RESTRICTED_ALREADY", $"{cooperative.Name} has this restriction in force already.", field: "Urn");
        }

        DateTimeOffset now = clock.GetUtcNow();
        QaRestriction restriction = QaRestriction.Impose(kind, home.Provider, meant, cooperative.Code, actor.Person, reason, now);
        db.Add(restriction);
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"{cooperative.Name} has stopped new placements in {meant ?? "all your homes"}", $"{(kind == QaRestrictionKind.Suspension ? "A suspension: no new children, and no offers to its authorities." : "An embargo: no new children.")} Its quality lead tells you why and what lifts it. Children who live there stay.", "/frameworks/own", now, $"restriction/{restriction.Id.Value}"));
        await db.Save(actor, stop);
        return restriction.Id;
    }
}
