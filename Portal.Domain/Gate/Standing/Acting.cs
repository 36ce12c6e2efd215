using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Standing;

/// <summary>A person with the offices stood in for today: own roles always, a deputy's only within the limit.</summary>
public sealed record Acting(Actor Actor, IReadOnlyList<Deputy> StandsInFor)
{
    /// <summary>The actor with every role that counts for a price.</summary>
    public Actor For(Money price, string unit) => StandsInFor.Count == 0
        ? Actor
        : Actor with { Roles = Actor.Roles.Union(StandsInFor.Where(d => d.MayApprove(price, unit)).Select(d => d.Office)).ToHashSet() };
}

/// <summary>Who stands in for whom, and who is on duty.</summary>
public static class WhoStands
{
    extension(PortalDb db)
    {
        public async Task<Acting> ActingOn(Actor actor, DateOnly day, CancellationToken cancel) => new(
            actor,
            await db.Deputies.AsNoTracking().Where(d => d.Person == actor.Person && d.Organisation == actor.Organisation && d.From <= day && day <= d.To).ToListAsync(cancel));

        /// <summary>A member of the actor's own organisation by e-mail address.</summary>
        public async Task<Person> Colleague(Actor actor, string email, CancellationToken cancel)
        {
            string written = email.Trim();
            return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Email == written && p.Memberships.Any(m => m.Organisation == actor.Organisation), cancel)
                ?? throw new RuleBroken("NOT_A_COLLEAGUE", "Nobody with this e-mail address works in your organisation.", field: "Email");
        }

        /// <summary>Turns on duty at an instant, of an authority and its co-operative.</summary>
        public async Task<IReadOnlyList<DutyTurn>> OnDuty(OrganisationId authority, DateTimeOffset at, CancellationToken cancel)
        {
            OrganisationId? cooperative = await db.Organisations.Where(o => o.Id == authority).Select(o => o.Parent).SingleOrDefaultAsync(cancel);
            return await db.DutyTurns.AsNoTracking()
                .Where(t => (t.Organisation == authority || t.Organisation == cooperative) && t.From <= at && at < t.To && t.CancelledAt == null)
                .OrderBy(t => t.Office).ToListAsync(cancel);
        }
    }
}
