using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>An agreement from before the portal is brought in as it was concluded: its lots, its members and what was called off so far. One that was tendered here comes about by its award.</content>
public sealed partial class Framework
{
    public bool FromBefore => TenderRef is null;

    /// <summary>Adds to the value used what was called off before the portal kept count.</summary>
    public void BringForward(Money used)
    {
        if (used < Money.Zero)
        {
            throw new RuleBroken("VALUE", "The value used so far cannot be below £0.", field: "Used");
        }

        ValueUsed += used;
        Happened("framework.valueBroughtForward", Subject, new { used = used.Amount });
    }

    /// <summary>Says whether a child may go to a home whose onboarding is not finished, with the co-operative's approval (gate row C4).</summary>
    public void AllowPendingHomes(bool allowed, string reason)
    {
        Given.Reason(reason);
        PendingHomesAllowed = allowed;
        Happened("framework.pendingHomes", Subject, new { allowed, reason });
    }

    /// <summary>Only an agreement from before the portal is set up by hand.</summary>
    public void MustBeFromBefore()
    {
        if (!FromBefore)
        {
            throw new RuleBroken("TENDERED_HERE", $"Framework {Ref} was tendered here: its lots and members come from the award, later ones from a round.", "A8-06");
        }
    }
}
