using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>The running total against the notice's value (A8-12): placements that run count as they were agreed, and as they have come to once that is more; placements that ended as they came to. What was agreed at signature stays readable beside it.</content>
public sealed partial class Framework
{
    public Money ValueUsed { get; private set; }

    /// <summary>By how much placements came to less than was agreed; below £0 where they came, or have come so far, to more.</summary>
    public Money ValueReleased { get; private set; }

    /// <summary>The sum of what was agreed at signature, whatever became of it.</summary>
    public Money ValueAgreed => ValueUsed + ValueReleased;

    /// <summary>How much of the estimated value is used, in whole per cent, rounded down (A8-12).</summary>
    public int PercentUsed => EstimatedValue > Money.Zero ? (int)decimal.Floor(ValueUsed.Amount * 100m / EstimatedValue.Amount) : 0;

    /// <summary>The percentages at which the lead is told that lie between these two.</summary>
    internal static IEnumerable<int> MarksPassed(int before, int now) => Alerts.Where(a => before < a && now >= a);

    /// <summary>Adds a call-off's value to the running total and tells the lead when 80, 90 or 100 % of the estimate is passed (A8-12).</summary>
    public FrameworkCommitment Commit(string callOffRef, string lotNumber, Money value, DateOnly on)
    {
        RuleBroken.If(WhatBlocksCallOff(on));
        int before = PercentUsed;
        ValueUsed += value;
        Happened("framework.valueCommitted", Subject, new { callOffRef, lotNumber, value = value.Amount, used = ValueUsed.Amount });
        TellMarks(before);
        return new FrameworkCommitment(Id, Lot(lotNumber).Number, callOffRef, value, on);
    }

    /// <summary>The placement has ended and came to this much: the total counts that instead, whether less or more; also after the framework's term.</summary>
    public void Settle(FrameworkCommitment commitment, Money cameTo, DateOnly on)
    {
        int before = PercentUsed;
        Money less = commitment.Counted - cameTo;
        commitment.Settle(cameTo, on);
        ValueUsed -= less;
        ValueReleased += less;
        Happened("framework.valueSettled", Subject, new { commitment.CallOffRef, commitment.LotNumber, agreed = commitment.Value.Amount, cameTo = cameTo.Amount, used = ValueUsed.Amount });
        TellMarks(before);
    }

    /// <summary>Changes of the value against which use is measured, in the order in which they were recorded.</summary>
    public IReadOnlyList<CapChange> CapChanges { get; private set; } = [];

    /// <summary>A permitted modification is published (UK10), so from now on use is measured against what the notices now come to (A8-12, A11-08).</summary>
    public void FollowContractChange(Actor by, Money to, string changeNotice, DateTimeOffset now) =>
        ChangeCap(new CapChange(EstimatedValue, to, changeNotice, by.Name, now));

    /// <summary>The parties varied what a framework may come to that needs no notice for it: under light touch (s.74(2)), or from before the portal.</summary>
    public void VaryCap(Actor by, Money to, (string Reason, string Agreed) said, DateTimeOffset now)
    {
        Given.Reason(said.Reason);
        if (string.IsNullOrWhiteSpace(said.Agreed))
        {
            throw new RuleBroken("VARIATION_MISSING", "Give the number and the day of the variation or deed that was agreed.", "A11-07", "Agreed");
        }

        ChangeCap(new CapChange(EstimatedValue, to, null, by.Name, now, said.Agreed.Trim(), said.Reason.Trim()));
    }

    private void ChangeCap(CapChange change)
    {
        if (change.After <= Money.Zero || change.After == EstimatedValue)
        {
            throw new RuleBroken("CAP_SAME", $"The value of {Ref} is {EstimatedValue} already. Another one is above nothing.", "A8-12", "To");
        }

        MustNotHaveExpired();
        int used = PercentUsed;
        EstimatedValue = change.After;
        CapChanges = [.. CapChanges, change];
        Happened("framework.valueCapChanged", Subject, new { before = change.Before.Amount, to = change.After.Amount, change.ChangeNotice, change.Agreed, change.Reason, used = ValueUsed.Amount });
        TellMarks(used);
    }

    /// <summary>These placements outlive the weeks that were agreed: each counts as it has come to so far, also after the framework's term. Says how many counted for more than before.</summary>
    public int RunOn(IReadOnlyCollection<(FrameworkCommitment Commitment, Money SoFar)> running)
    {
        int before = PercentUsed;
        Money used = ValueUsed;
        int moved = 0;
        foreach ((FrameworkCommitment commitment, Money soFar) in running)
        {
            Money counted = commitment.Counted;
            if (commitment.RunOn(soFar))
            {
                moved++;
                ValueUsed += soFar - counted;
                ValueReleased -= soFar - counted;
            }
        }

        if (moved > 0)
        {
            Happened("framework.valueRanOn", Subject, new { placements = moved, before = used.Amount, used = ValueUsed.Amount });
            TellMarks(before);
        }

        return moved;
    }

    private void TellMarks(int before)
    {
        foreach (int percent in MarksPassed(before, PercentUsed))
        {
            Happened("framework.valueAlert", Subject, new { percent, used = ValueUsed.Amount, estimated = EstimatedValue.Amount });
        }
    }
}
