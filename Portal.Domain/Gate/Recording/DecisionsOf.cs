using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>How recorded decisions are found for an actor: the authority's own, and for its co-operative those of its members.</summary>
public static class DecisionsOf
{
    extension(PortalDb db)
    {
        /// <summary>Authorities whose decisions the actor's organisation may see.</summary>
        public IQueryable<OrganisationId> AuthoritiesSeenBy(Actor actor) =>
            db.Set<Organisation>().Where(o => o.Id == actor.Organisation || o.Parent == actor.Organisation).Select(o => o.Id);

        public IQueryable<GateDecision> DecisionsSeenBy(Actor actor)
        {
            IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(actor);
            return db.Set<GateDecision>().Where(d => authorities.Contains(d.Authority));
        }

        public async Task<GateDecision> LoadDecision(Actor actor, GateDecisionId id, CancellationToken cancel) =>
            await db.DecisionsSeenBy(actor).SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotFound("The gate decision");

        /// <summary>The last decision of the line that this one belongs to.</summary>
        public Task<GateDecision> LatestOf(GateDecision decision, CancellationToken cancel) =>
            db.Set<GateDecision>().Where(d => d.Line == decision.Line).OrderByDescending(d => d.Number).FirstAsync(cancel);
    }
}
