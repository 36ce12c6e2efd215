using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>What may be added when the gate is asked again about the same option.</summary>
public sealed record AddedFacts(string? ChildReference, string? Referral, string? LegalGround, string? ExceptionReason);

/// <summary>Asks the gate again about the same option, with what the portal knows now and what the officer adds; approvals given stay with the line.</summary>
public sealed class AskAgain(PortalDb db, DecideOption decide)
{
    public async Task<GateDecision> Execute(Actor actor, GateDecisionId id, AddedFacts added, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(actor, id, cancel);
        if (decision.Authority != actor.Organisation)
        {
            throw new NotAllowed("The placing authority asks the gate again; the co-operative approves or reviews.");
        }

        GateDecision latest = await db.LatestOf(decision, cancel);
        AskedOption asked = latest.Asserted;
        AskedOption again = asked with
        {
            ChildReference = added.ChildReference ?? asked.ChildReference,
            Referral = added.Referral ?? asked.Referral,
            LegalGround = added.LegalGround ?? asked.LegalGround,
            ExceptionReason = added.ExceptionReason ?? asked.ExceptionReason,
        };
        GateDecision next = await decide.Execute(
            new GateRequester(latest.Authority, latest.Requester, latest.RequesterName), again, latest, DecisionOccasion.NewFacts, [], cancel);
        await db.Save(actor, cancel);
        return next;
    }
}
