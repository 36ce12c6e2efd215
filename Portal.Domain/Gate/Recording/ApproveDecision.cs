using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Recording;

/// <summary>Somebody who holds the office gives one of the approvals that a decision needs; the gate decides again and records it.</summary>
public sealed class ApproveDecision(PortalDb db, DecideOption decide, TimeProvider clock)
{
    public async Task<GateDecision> Execute(Actor actor, GateDecisionId id, ApprovalNeed need, string words, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(actor, id, cancel);
        Acting acting = await db.ActingOn(actor, LondonTime.DateOf(clock.GetUtcNow()), cancel);
        if (!Offices.Holds(acting.For(decision.Price, decision.Unit), need.Role))
        {
            throw new NotAllowed("You neither hold the office that this approval needs nor stand in for it up to this price.");
        }

        if (decision.Requester == actor.Person.Value.ToString())
        {
            throw new RuleBroken("SEGREGATION", "You asked for this placement, so somebody else approves it.", "F1");
        }

        await db.MustNotHaveScrutinised(decision, actor.Person, cancel);
        await MustBeOpen(decision, need, cancel);
        GivenApproval approval = GivenApproval.InPortal(decision, need, actor, words, clock.GetUtcNow());
        GateDecision next = await decide.Execute(
            new GateRequester(decision.Authority, decision.Requester, decision.RequesterName), decision.Asserted, decision, DecisionOccasion.Approved, [approval], cancel);
        db.Add(approval);
        await db.SaveNext(actor, next, cancel);
        return next;
    }

    private async Task MustBeOpen(GateDecision decision, ApprovalNeed need, CancellationToken cancel)
    {
        if ((await db.LatestOf(decision, cancel)).Id != decision.Id)
        {
            throw new RuleBroken("NOT_LATEST", "A later decision was recorded for this placement. Open the latest and approve there.");
        }

        if (!decision.Answer.RequiredApprovals.Any(a => a.Role == need.Role && a.Purpose == need.Purpose && !a.Given))
        {
            throw new RuleBroken("NOT_REQUIRED", "This approval is not needed, or was given already.");
        }
    }
}
