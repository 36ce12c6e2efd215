using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Opens an improvement plan for a home, from a visit or from the regulator's report, and tells its provider.</summary>
public sealed class OpenImprovementPlan(PortalDb db, TimeProvider clock)
{
    public async Task<ImprovementPlanId> Execute(Actor actor, string urn, (QualityVisitId? Visit, string Because) ground, IReadOnlyList<Agreed> actions, CancellationToken stop = default)
    {
        VisitedHome home = await db.HomeToVisit(actor, urn, stop);
        if (ground.Visit is { } visit && !await db.QualityVisits.AnyAsync(v => v.Id == visit && v.HomeUrn == urn, stop))
        {
            throw new NotFound("That visit to the home");
        }

        DateTimeOffset now = clock.GetUtcNow();
        ImprovementPlan plan = ImprovementPlan.Open(home, actor, ground, actions, now);
        db.Add(plan);
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"An improvement plan for {urn} is open", $"It has {plan.Actions.Count} {(plan.Actions.Count == 1 ? "action" : "actions")}. Report how far each is.", $"/frameworks/quality/plans/{plan.Id.Value}", now, $"plan/{plan.Id.Value}"));
        await db.Save(actor, stop);
        return plan.Id;
    }
}
