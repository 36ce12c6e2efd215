using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <content>Whom the lots are for: recorded once as the notice said it, and afterwards changed only as a modification of the agreement (s.74).</content>
public sealed partial class Framework
{
    /// <summary>Whether what a notice said of a lot may still be written down, once: a tender of this portal has said it, and where it said nothing the lot is for everybody.</summary>
    public bool MayStateCover(FrameworkLot lot) => TenderRef is null && lot.MayBeStated();

    /// <summary>Records whom a lot is for, as the notice of a framework that was not tendered here said. What is recorded is not restated: suppliers decided by it whether to bid.</summary>
    public void StateCover(string lotNumber, LotCover cover)
    {
        MustNotHaveExpired();
        FrameworkLot lot = Lot(lotNumber);
        if (!MayStateCover(lot))
        {
            throw new RuleBroken(
                "COVER_PUBLISHED",
                $"Whom lot {lotNumber} is for is recorded as published: {(lot.Stated.IsBlank ? "everybody" : lot.Stated.ForWhom)}. It changes only as a modification of the agreement (section 74): give the variation that was agreed and its ground.",
                "A11-07",
                "Agreed");
        }

        TakeCover(lotNumber, cover);
    }

    /// <summary>Takes over whom a lot is for from the tender that set the framework up.</summary>
    internal void TakeCover(string lotNumber, LotCover cover)
    {
        Lot(lotNumber).Cover(cover);
        Happened("framework.lotCovers", Subject, new { lotNumber, cover.AgeFrom, cover.AgeTo, cover.Needs, cover.Geography, cover.MinimumJudgement });
    }

    /// <summary>Records that the parties modified whom a lot is for. A light touch agreement may be modified freely (s.74(2)); under the full regime a change of scope needs a published contract change notice first (s.75).</summary>
    public CoverChange ModifyCover(Actor by, string lotNumber, LotCover cover, CoverModification modification, DateTimeOffset now)
    {
        MustNotHaveExpired();
        FrameworkLot lot = Lot(lotNumber);
        LotCover after = cover.Checked();
        if (lot.Stated.SaysTheSameAs(after))
        {
            throw new RuleBroken("COVER_SAME", $"Lot {lotNumber} is for these already. Change something, or leave it.", field: "AgeFrom");
        }

        Given.Reason(modification.Reason);
        if (string.IsNullOrWhiteSpace(modification.Agreed))
        {
            throw new RuleBroken("VARIATION_MISSING", "Give the number and the day of the variation or deed that was agreed.", "A11-07", "Agreed");
        }

        if (modification is { Regime: Regime.Full, ChangeNotice: null })
        {
            throw new RuleBroken("CHANGE_NOTICE", $"Under the full regime whom a lot is for changes only with a ground of section 74 and after a contract change notice. Publish a UK10 about lot {lotNumber} first, one for each modification; it counts from the day that it names.", "A11-08", "Agreed");
        }

        var change = new CoverChange(lot.Stated with { Needs = [.. lot.Needs] }, after, modification.Reason.Trim(), modification.Agreed.Trim(), modification.ChangeNotice, by.Name, now);
        lot.Modify(change);
        Happened("framework.lotCoverModified", Subject, new { lotNumber, change.Before, change.After, change.Reason, change.Agreed, change.ChangeNotice });
        return change;
    }

    private void MustNotHaveExpired()
    {
        if (Stage == FrameworkStage.Expired)
        {
            throw new RuleBroken("FRAMEWORK_NOT_LIVE", $"Framework {Ref} has expired.", "A8-11");
        }
    }
}
