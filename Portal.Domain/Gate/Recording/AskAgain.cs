using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>What may be added when the gate is asked again about the same option.</summary>
public sealed record AddedFacts(string? ChildReference, string? Referral, string? LegalGround, string? ExceptionReason)
{
    /// <summary>The home's URN, where none was known when the gate was asked first.</summary>
    public string? HomeUrn { get; init; }

    public UnlistedHome? Unlisted { get; init; }

    internal AskedOption Onto(AskedOption asked) => asked with
    {
        ChildReference = ChildReference ?? asked.ChildReference,
        Referral = Referral ?? asked.Referral,
        LegalGround = LegalGround ?? asked.LegalGround,
        ExceptionReason = ExceptionReason ?? asked.ExceptionReason,
        HomeUrn = asked.HomeUrn ?? HomeUrn,
        Unlisted = Unlisted ?? asked.Unlisted,
    };
}

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
        if (latest.IsWithdrawn)
        {
            throw new RuleBroken("WITHDRAWN", "This request was withdrawn. If a place is needed, check the price and record a new decision.");
        }

        AskedOption asked = latest.Asserted;
        GateDecision next = await decide.Execute(
            new GateRequester(latest.Authority, latest.Requester, latest.RequesterName), added.Onto(asked), latest, DecisionOccasion.NewFacts, [], cancel);
        if (asked.HomeUrn is null && added.HomeUrn is not null)
        {
            await HomeIsNamed(actor, next, cancel);
        }

        await db.SaveNext(actor, next, cancel);
        return next;
    }

    // Naming the home is what the emergency's record still owed.
    private async Task HomeIsNamed(Actor actor, GateDecision next, CancellationToken cancel)
    {
        FollowUpDuty? owed = await db.FollowUpDuties.SingleOrDefaultAsync(d => d.Line == next.Line && d.What == Duty.HomeNamed && d.DoneAt == null, cancel);
        owed?.Complete(actor, $"The home is {next.HomeUrn}.", next, [], next.RecordedAt);
    }
}
