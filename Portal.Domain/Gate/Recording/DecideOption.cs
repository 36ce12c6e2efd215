using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Recording;

/// <summary>Gathers the facts of an option, decides by the rules in force, and puts the decision and its duties into the unit of work; the caller saves.</summary>
public sealed class DecideOption(PortalDb db, GatherFacts gather, TimeProvider clock)
{
    public async Task<GateDecision> Execute(GateRequester requester, AskedOption asked, GateDecision? previous, DecisionOccasion occasion, IReadOnlyList<GivenApproval> newApprovals, CancellationToken cancel)
    {
        MustBeLikely(asked);
        DateTimeOffset now = clock.GetUtcNow();
        List<GivenApproval> given = previous is null ? [] : await db.GivenApprovals.AsNoTracking().Where(a => a.Line == previous.Line).OrderBy(a => a.At).ToListAsync(cancel);
        GatheredFacts gathered = await gather.Execute(asked, requester, [.. given.Concat(newApprovals).Select(a => a.AsFact)], now, cancel);
        MustBeOneUnit(gathered.Facts);
        GateAnswer answer = DecisionTable.Decide(gathered.Facts, await db.GateRulesOn(LondonTime.DateOf(now), cancel));
        GateDecision decision = GateDecision.Record(asked, gathered, answer, previous, occasion);
        db.Add(decision);
        await AddDuties(decision, answer, cancel);
        return decision;
    }

    // A line keeps the duties it has; a later decision only adds what is new.
    private async Task AddDuties(GateDecision decision, GateAnswer answer, CancellationToken cancel)
    {
        if (!decision.Permits && decision.Outcome != Outcome.NecessityRecord)
        {
            return;
        }

        List<Duty> held = decision.Previous is null ? [] : await db.FollowUpDuties.Where(d => d.Line == decision.Line).Select(d => d.What).ToListAsync(cancel);
        db.AddRange(answer.FollowUps.Where(f => !held.Contains(f.What)).Select(f => FollowUpDuty.Of(decision, f)));
        if (decision is { Outcome: Outcome.AllowEmergency, HomeUrn: null } && !held.Contains(Duty.HomeNamed))
        {
            db.Add(FollowUpDuty.Of(decision, new FollowUp(Duty.HomeNamed, null, LondonTime.DateOf(decision.RecordedAt).AddDays(1), null)));
        }
    }

    private static void MustBeLikely(AskedOption asked)
    {
        if (LikelyPrice.WhatIsWrong(asked.Price, asked.Unit, asked.Urgency) is { } wrong)
        {
            throw new FactsRefused("price", wrong);
        }
    }

    private static void MustBeOneUnit(Facts facts)
    {
        if (facts.Frameworks.FirstOrDefault(f => Situation.IsOn(f) && f.Unit != facts.Option.Unit) is { } other)
        {
            throw new FactsRefused("unit", $"UNIT_MISMATCH: framework {other.Id} prices this home per {Words.Of(other.Unit)}; units are never converted.");
        }
    }
}
