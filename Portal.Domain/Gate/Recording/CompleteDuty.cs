using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>Somebody says that a follow-up duty is done, and how.</summary>
public sealed class CompleteDuty(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FollowUpDutyId id, string words, CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(actor);
        FollowUpDuty duty = await db.FollowUpDuties.SingleOrDefaultAsync(d => d.Id == id && authorities.Contains(d.Authority), cancel) ?? throw new NotFound("The duty");
        GateDecision decision = await db.GateDecisions.SingleAsync(d => d.Id == duty.Decision, cancel);
        List<PersonId> approvers = await db.GivenApprovals.Where(a => a.Line == duty.Line).Select(a => a.Person).ToListAsync(cancel);
        duty.Complete(actor, words, decision, approvers, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
