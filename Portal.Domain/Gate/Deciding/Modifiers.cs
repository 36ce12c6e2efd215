using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Deciding;

/// <summary>What may change or add to the table's row, in the contract's order: X1, A4, D7, D9, D8; then the reasons E2 and E3 of an emergency.</summary>
internal static class Modifiers
{
    /// <summary>F1, raised when the approvals are counted.</summary>
    public static readonly GateReason Segregation = new(
        "F1", "SEGREGATION", "An approval was given by the requester, by somebody with a conflict of interest, or by somebody who had approved in another role. It does not count.", "Ask another person who holds that role; ring the authority's duty director.");

    private static readonly GateReason Exception = new(
        "X1", "OVERRIDE", "A reasoned exception was asked for: discretion is never fettered.", "The director, the co-operative's commissioner and finance decide on the exception; ring the duty director.");

    private static readonly GateReason Caution = new(
        "A4", "QA_CAUTION", "The home requires improvement, has no judgement yet, or is embargoed by another co-operative.", "Ring the co-operative's quality lead; for a child needed within 24 hours quality is looked at within 24 hours.");

    private static readonly GateReason Distance = new(
        "D7", "DISTANCE", "The home is outside the authority's area.", "Out of area needs the nominated officer, at a distance the director. Ring the duty director before the child moves.");

    private static readonly GateReason Search = new(
        "D9", "SEARCH_INCOMPLETE", "The framework's selection process (or, where nothing covers the need, the wider search) is not recorded.", "Follow and record the selection process, or give a reasoned exception; ring the co-operative's placement desk.");

    private static readonly GateReason ThresholdReached = new(
        "D8", "THRESHOLD", "The placement's value reaches the light-touch threshold and no legal ground is named (Procurement Act 2023, s.41; A1-03, A1-09).", "Name the legal ground with legal; ring duty legal.");

    private static readonly GateReason Foreseeable = new(
        "E2", "FORESEEABLE", "The need was known for more than five working days: the urgency is likely the authority's own.", "Record in the review why the place was not found earlier; ring the co-operative's duty commissioner.");

    private static readonly GateReason SameBedPremium = new(
        "E3", "SAME_BED_PREMIUM", "The same bed stands on a framework at a lower price.", "Place the child; the co-operative claims the allowed price from the provider. Ring the duty commissioner by the next working day.");

    private static readonly IReadOnlyList<Action<Ruling>> InOrder =
        [LiftByException, AskForQuality, AskForDistance, HoldForSearch, HoldForThreshold, ExplainEmergency];

    public static void Apply(Ruling ruling)
    {
        foreach (Action<Ruling> modifier in InOrder)
        {
            modifier(ruling);
        }
    }

    private static void LiftByException(Ruling r)
    {
        if (r.Situation.Facts.ExceptionReason is null || !(r.IsRow("C3", "C5", "D1", "D2") || IsSearchUnrecorded(r)))
        {
            return;
        }

        r.Override("X1");
        r.Ask(Asks.DirectorPlacement, Asks.CommissionerPrice, Asks.FinancePrice);
        r.Raise(Flag.Override);
        r.Because(Exception);
    }

    private static void AskForQuality(Ruling r)
    {
        Situation s = r.Situation;
        if (!s.Newcomer || !s.Caution || r.IsRow("G0", "B0", "B1", "B3", "S1", "S2"))
        {
            return;
        }

        if (s.Needed24)
        {
            r.Raise(Flag.QaCaution);
            r.Follow(Duties.Within24Hours(s, Duty.QualityReview));
            r.Because(Caution);
        }
        else if (r.Is(Outcome.Allow, Outcome.AllowWithApproval))
        {
            r.Soften(Outcome.AllowWithApproval);
            r.Ask(Asks.QualityLead);
            r.Because(Caution);
        }
    }

    private static void AskForDistance(Ruling r)
    {
        Situation s = r.Situation;
        if (DistanceNeed(s) is not { } need || !r.Is(Outcome.Allow, Outcome.AllowWithApproval, Outcome.AllowEmergency) || r.IsRow("B3", "S2"))
        {
            return;
        }

        r.Ask(need);
        r.Because(Distance);
        if (r.IsGiven(need))
        {
            return;
        }

        if (s.Needed24)
        {
            r.Raise(Flag.Distance);
        }
        else
        {
            r.Turn(Outcome.Pending, "D7");
        }
    }

    private static ApprovalNeed? DistanceNeed(Situation s) => (s.Newcomer, s.Option.Distance) switch
    {
        (true, Asking.Distance.Adjoining) => Asks.OfficerDistance,
        (true, Asking.Distance.AtADistance) => Asks.DirectorDistance,
        _ => null,
    };

    private static void HoldForSearch(Ruling r)
    {
        if (IsSearchUnrecorded(r) && !r.Overridden)
        {
            r.Turn(Outcome.Pending, "D9");
            r.Because(Search);
        }
    }

    private static bool IsSearchUnrecorded(Ruling r)
    {
        Situation s = r.Situation;
        bool unrecorded = (r.IsRow("C1", "C2", "C4") && !s.Search.SelectionProcessFollowed) || (r.IsRow("B4") && !s.Search.WiderSearchRecorded);
        return unrecorded && s.Newcomer && !s.Needed24 && r.Is(Outcome.Allow, Outcome.AllowWithApproval);
    }

    private static void HoldForThreshold(Ruling r)
    {
        Situation s = r.Situation;
        bool offFramework = r.IsRow("D4", "D5", "D6", "B4") || (r.Overridden && r.IsRow("C3", "C5", "D1", "D2"));
        if (offFramework && IsNewPurchase(s) && s.Facts.LegalGround is null && r.Is(Outcome.Allow, Outcome.AllowWithApproval) && IsThresholdReached(s))
        {
            r.Turn(Outcome.Pending, "D8");
            r.Because(ThresholdReached);
        }
    }

    private static bool IsNewPurchase(Situation s) => (s.Newcomer || s.Option.NewContract) && !s.Needed24;

    // Units are never converted, so only weeks can be multiplied; what cannot be estimated counts as reaching the threshold (A1-09).
    private static bool IsThresholdReached(Situation s)
    {
        Threshold? threshold = Threshold.Held.FirstOrDefault(t => t is { Kind: PurchaseKind.LightTouch, Authority: AuthorityKind.SubCentral } && t.From <= s.Today && s.Today <= t.To);
        return s.Option.Unit != PriceUnit.Week
            || s.Option.Weeks is not { } weeks
            || threshold is null
            || weeks * s.Option.Price.Amount >= threshold.Amount.Amount;
    }

    private static void ExplainEmergency(Ruling r)
    {
        if (!r.IsRow("E1"))
        {
            return;
        }

        if (TermsRows.IsForeseeable(r.Situation))
        {
            r.Because(Foreseeable);
        }

        if (r.Situation.Above)
        {
            r.Because(SameBedPremium);
        }
    }
}
