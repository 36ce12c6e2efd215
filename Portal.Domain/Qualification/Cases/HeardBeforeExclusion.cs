using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Qualification.Cases;

/// <summary>Nobody is excluded who was not asked: there is a case about the exclusion, and the supplier has answered or let its time pass (A6-03).</summary>
public static class HeardBeforeExclusion
{
    /// <summary>What keeps this supplier from being excluded now; empty when it was heard.</summary>
    public static IReadOnlyList<Reason> WhatBlocksExclusion(IEnumerable<BidCase> cases, OrganisationId bidder, DateTimeOffset now)
    {
        BidCase[] asked = [.. cases.Where(c => c.Bidder == bidder && c.Kind == CaseKind.Exclusion)];
        if (asked.Length == 0)
        {
            return [new Reason("NOT_ASKED", "The supplier has not been asked. Open a case about the exclusion first, with a fair time to make representations.", "A6-03", "Outcome")];
        }

        BidCase last = asked.MaxBy(c => c.Number)!;
        return last switch
        {
            { Outcome: CaseOutcome.GoesOn } => [new Reason("CASE_SAYS_OTHERWISE", $"Case {last.Number} decided that the tender goes on: {last.Reason} Open a new case if there is something new.", "A6-03", "Outcome")],
            { Stage: CaseStage.Asked } when now <= last.AnswerBy => [new Reason("NOT_HEARD", $"The supplier may make representations until {LondonTime.ForPeople(last.AnswerBy)}. Decide when it has, or when that time is over.", "A6-03", "Outcome")],
            _ => [],
        };
    }
}
