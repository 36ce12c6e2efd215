using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>The authority's own decisions about the tender.</content>
public sealed partial class Tender
{
    private static readonly TenderStage[] Awarding = [TenderStage.Deciding, TenderStage.Standstill, TenderStage.ReadyToSign];

    /// <summary>Records the decision that allows this procurement.</summary>
    public void RecordApproval(ApprovalToProcure approval)
    {
        MustBeDrafting();
        Approval = Checked(approval);
        Happened("tender.approvedToProcure", Subject, Approval);
    }

    /// <summary>Records the decision that allows the award; may be put right until the contract is signed.</summary>
    public void RecordAwardApproval(ApprovalToAward approval)
    {
        if (!Awarding.Contains(Stage))
        {
            throw new RuleBroken("WRONG_STAGE", "The approval to award is recorded from the ranking of the lots until the signature.", "A10-01");
        }

        AwardApproval = Checked(approval);
        Happened("tender.approvedToAward", Subject, AwardApproval);
    }

    /// <summary>What the authority's own rules still ask before it signs.</summary>
    public IEnumerable<Reason> WhatBlocksSignature(DateTimeOffset now) => AwardApproval is { } approval
        ? approval.WhatHoldsIt(WorthOfPart(0), now, "AwardApproval")
        : [new Reason("AWARD_APPROVAL", "Record the decision that allows the award: number, day, who took it, up to what value and until when it may be called in.", "A13-01", "AwardApproval")];

    /// <summary>The conflicts assessment was last revised before the bidders were known, so it cannot be confirmed as kept under review (A3-08, s.83).</summary>
    public bool ConflictsAreStale => !IsDirect && Conflicts is { } assessed && assessed.At < OpensAt;

    /// <summary>What the conflicts assessment still lacks before a contract is entered into, whose details notice (UK7) confirms it.</summary>
    public IEnumerable<Reason> ConflictsLeft() => ConflictsAreStale
        ? [new Reason("CONFLICTS_STALE", $"The conflicts assessment was last revised on {LondonTime.Day(LondonTime.DateOf(Conflicts!.At))}, before the bidders were known. A colleague of the drafter looks at it again, with the bidders in mind: the contract details notice (UK7) confirms that it was kept under review.", "A3-08")]
        : [];

    internal static T Checked<T>(T decision)
        where T : GoverningDecision => decision with
        {
            Decision = Wanted(decision.Decision, 60, "Decision", "the decision number"),
            By = Wanted(decision.By, 200, "By", "who decided"),
            NoCallInReason = decision.CallInEndsOn is null ? decision.NoCallInReason.Trim() : "",
        };
}
