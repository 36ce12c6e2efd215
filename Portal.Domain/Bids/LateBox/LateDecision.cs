using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.LateBox;

/// <summary>Why a bid was late, as legal states it. Rejecting a late bid is lawful even where harsh; admitting one is the exception (D1-09).</summary>
public enum LateGround
{
    /// <summary>Nothing that the buyer or the portal is answerable for: the bid stays out.</summary>
    BiddersOwn,

    /// <summary>The portal could not be reached or failed in the last hour before the deadline (D1-11).</summary>
    PortalFailed,

    /// <summary>The authority itself misled the bidder or held it up.</summary>
    AuthorityFault,
}

/// <summary>Legal's decision on one bid in the late box: admitted or refused, on which ground, for which reasons. Taken once, before anything is opened (A7-05, D1-08).</summary>
public sealed class LateDecision : Aggregate
{
    private LateDecision()
    {
    }

    public SubmissionId Submission { get; private set; }

    public string TenderRef { get; private set; } = "";

    public bool Admitted { get; private set; }

    public LateGround Ground { get; private set; }

    public string Reasons { get; private set; } = "";

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    internal static LateDecision Take(SealedBid bid, Actor by, LateVerdict verdict, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocks(verdict)]);
        LateDecision decision = new()
        {
            Submission = bid.Id,
            TenderRef = bid.TenderRef,
            Admitted = verdict.Admit,
            Ground = verdict.Ground!.Value,
            Reasons = verdict.Reasons.Trim(),
            By = by.Person,
            ByName = by.Name,
            At = now,
        };
        decision.Happened(verdict.Admit ? "lateBid.admitted" : "lateBid.refused", bid.Subject, new { verdict.Ground, decision.Reasons, receivedAt = bid.ReceivedAt });
        return decision;
    }

    private static IEnumerable<Reason> WhatBlocks(LateVerdict verdict)
    {
        if (verdict.Ground is null)
        {
            yield return new Reason("LATE_GROUND", "Choose why the bid was late.", "D1-08", "Ground");
        }
        else if (verdict.Admit && verdict.Ground == LateGround.BiddersOwn)
        {
            yield return new Reason("LATE_GROUND", "A bid that was late for the bidder's own reasons is not admitted: everybody had the same deadline.", "D1-09", "Ground");
        }

        if (verdict.Reasons.Trim().Length is 0 or > 4000)
        {
            yield return new Reason("LATE_REASONS", "State the reasons, in at most 4,000 characters; they stand in the log.", "D1-08", "Reasons");
        }
    }
}

/// <summary>What legal decides.</summary>
public sealed record LateVerdict(bool Admit, LateGround? Ground, string Reasons);
