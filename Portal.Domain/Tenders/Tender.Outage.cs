using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>More time for all after the portal was unavailable before the deadline (D1-11, A7-05).</content>
public sealed partial class Tender
{
    /// <summary>Nothing is opened until a person has decided.</summary>
    public void AwaitExtension()
    {
        if (Stage is not (TenderStage.Open or TenderStage.Closed))
        {
            throw new RuleBroken("WRONG_STAGE", $"The bids of tender {Ref} have been opened; its deadline cannot move any more.", "A7-05");
        }

        ExtensionPending = true;
        Happened("tender.extensionProposed", Subject, new { ClosesAt });
    }

    /// <summary>A new deadline for everybody, although the old one has passed: lawful only because nothing is opened (A7-05; Leadbitter v Devon).</summary>
    public void ExtendForAll(DateTimeOffset closesAt, string why, DateTimeOffset now)
    {
        MustAwaitExtension();
        if (closesAt <= now || closesAt <= ClosesAt)
        {
            throw new RuleBroken("DEADLINE_EARLIER", "The new deadline must lie in the future and after the old one.", "A7-05", "ClosesAt");
        }

        if (Stage == TenderStage.Closed)
        {
            Move(TenderStage.Open);
        }

        ExtensionPending = false;
        ClosesAt = closesAt;
        OpensAt = OpensAt < closesAt ? closesAt : OpensAt;
        Dates = Dates with { ClosesAt = ClosesAt, OpensAt = OpensAt };
        Amendments = [.. Amendments, new Amendment("The deadline for tenders is later, for everybody.", why, "Yes: the portal was unavailable in the hour before the deadline.", null, closesAt, now)];
        Dates = IsFinalRound ? Dates with { FinalTendersCloseAt = closesAt } : Dates;
        Happened("tender.extensionApproved", Subject, new { ClosesAt, OpensAt, why });
        SettleFinalExtension();
        Happened("tender.amended", Subject, new { What = "The deadline for tenders is later, for everybody.", Why = why, QuestionsCloseAt, ClosesAt, OpensAt });
    }

    /// <summary>The deadline stands, and why.</summary>
    public void RefuseExtension(string why)
    {
        MustAwaitExtension();
        ExtensionPending = false;
        Happened("tender.extensionRefused", Subject, new { why = Wanted(why, 4000, "Reason", "why the deadline stands") });
        SettleFinalExtension();
    }

    // A second proposal in one procedure has a happening of its own, so that the first one's answer does not settle it.
    private void SettleFinalExtension()
    {
        if (IsFinalRound)
        {
            Happened("tender.finalExtensionSettled", Subject, new { ClosesAt });
        }
    }

    private void MustAwaitExtension()
    {
        if (!ExtensionPending)
        {
            throw new RuleBroken("NO_EXTENSION_ASKED", $"No extension of tender {Ref} waits for a decision.", "D1-11");
        }
    }
}
