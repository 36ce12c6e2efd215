using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>A decision of the authority's own governance (cabinet, board, or an officer under the scheme of delegation): its number, its day, who took it, up to what value, and until when scrutiny may call it in. Standing orders: SO-1 value, SO-2 call-in (docs/glossary.md).</summary>
public abstract record GoverningDecision(string Decision, DateOnly On, string By)
{
    /// <summary>The most it allows, pounds before VAT.</summary>
    public Money? Limit { get; init; }

    /// <summary>The last day on which it may be called in; null where it cannot be, for the reason given.</summary>
    public DateOnly? CallInEndsOn { get; init; }

    /// <summary>Why there is no call-in: an urgent decision, or a body whose decisions are not called in.</summary>
    public string NoCallInReason { get; init; } = "";

    /// <summary>What keeps it from taking effect for a purchase of that value; every reason names the standing order.</summary>
    internal IEnumerable<Reason> WhatHoldsIt(Money? value, DateTimeOffset now, string field)
    {
        DateOnly today = LondonTime.DateOf(now);
        if (On > today)
        {
            yield return new Reason("DECISION_AHEAD", $"Decision {Decision} is dated {LondonTime.Day(On)}, which is still to come.", "A13-01", field);
        }

        if (Limit is not { } limit)
        {
            yield return new Reason("DECISION_LIMIT", $"Say up to what value decision {Decision} allows spending.", "SO-1", field);
        }
        else if (value > limit)
        {
            yield return new Reason("DECISION_LIMIT", $"Decision {Decision} allows {limit}, but the estimated value is {value} before VAT. Get a decision that covers it.", "SO-1", field);
        }

        if (CallInEndsOn is { } last && today <= last)
        {
            yield return new Reason("CALL_IN", $"Decision {Decision} may be called in until the end of {LondonTime.Day(last)}. It takes effect on {LondonTime.Day(last.AddDays(1))}.", "SO-2", field);
        }
        else if (CallInEndsOn is null && NoCallInReason.Length == 0)
        {
            yield return new Reason("CALL_IN_UNKNOWN", $"Say until when decision {Decision} may be called in, or why it cannot be.", "SO-2", field);
        }
    }
}

/// <summary>The authority's own decision to procure: nothing is published before it takes effect.</summary>
public sealed record ApprovalToProcure(string Decision, DateOnly On, string By) : GoverningDecision(Decision, On, By);

/// <summary>The authority's own decision to award: nothing is signed before it takes effect.</summary>
public sealed record ApprovalToAward(string Decision, DateOnly On, string By) : GoverningDecision(Decision, On, By);
