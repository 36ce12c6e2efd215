using Portal.Domain.Gate.Asking;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The last part of the decision table, in its order: off any framework, from continuity for a resident child to a gap in coverage.</summary>
internal static class OffFrameworkRows
{
    public static IReadOnlyList<Row> InOrder { get; } =
    [
        new("D6", "CONTINUITY", Outcome.AllowWithApproval, s => s.Resident)
        {
            When = "The child lives there.",
            Text = "The child already lives there: staying is a child's-interest ground. The current price is paid meanwhile.",
            NextStep = "Ask the head of service (and finance, where the price rises) to approve; ring the co-operative's duty commissioner about bringing the home onto terms.",
            Approvals = s => s.Option.Price <= s.Option.CurrentPrice ? [Asks.HeadOfServicePlacement] : [Asks.HeadOfServicePlacement, Asks.FinancePrice],
            Flags = s => s.Above ? [Flag.SameBedPremium] : [],
            AllowedPrice = TermsRows.PremiumPrice,
        },
        new("D2", "SAME_BED_PREMIUM", Outcome.Block, s => s.Above)
        {
            When = "The price is above what this bed costs on a framework whose terms bind it.",
            Text = "The same bed stands on a framework at a lower price, and its terms forbid paying more for it elsewhere.",
            NextStep = "Offer the provider the allowed price; ring the co-operative's duty commissioner, who holds the provider to it.",
            AllowedPrice = s => s.RegisterPrice,
        },
        new("D5", "USER_CHOICE", Outcome.AllowWithApproval, IsUserChoice)
        {
            When = "An enactment requires regard to the child's or carer's views, a preference was expressed or only one supplier is capable, and competition is against the child's interests.",
            Text = "User choice: the child's or carer's views decide the supplier (Procurement Act 2023, Schedule 5, paragraph 15).",
            NextStep = "Ask the director and legal to approve the ground; ring duty legal.",
            Approvals = _ => [Asks.DirectorPlacement, Asks.LegalGround],
        },
        new("D1", "SUITABLE_ON_TERMS", Outcome.Block, s => s.Covering.Count > 0 && s.Search.SuitableOffersOnTerms >= 1)
        {
            When = "A framework covers the need and at least one suitable offer on terms was made.",
            Text = "A suitable place was offered on framework terms.",
            NextStep = "Take the suitable offer, or appeal to the co-operative's duty panel, which answers within one working day.",
        },
        new("D3", "SEARCH_INCOMPLETE", Outcome.Pending, s => s.Covering.Count > 0 && IsSearchIncomplete(s))
        {
            When = "A framework covers the need, and not every eligible provider was asked, the window is open, or suitable types were not searched in parallel.",
            Text = "The search among the framework's providers is not complete.",
            NextStep = "Send the referral to every eligible provider of every suitable type at once and wait for the window; ring the co-operative's placement desk.",
        },
        new("D4", "NO_OFFER", Outcome.AllowWithApproval, IsNoOffer)
        {
            When = "A framework covers the need and neither D1 nor D3 holds.",
            Text = "Every eligible framework provider was asked and none offered a suitable place on terms.",
            NextStep = "Ask the head of service, the co-operative's commissioner, finance and legal to approve; reviewed at 28 days, tested against the frameworks again at 12 weeks.",
            Approvals = _ => [Asks.HeadOfServicePlacement, Asks.CommissionerPlacement, Asks.FinancePrice, Asks.LegalGround],
            FollowUps = Duties.OfOffFramework,
        },
        new("B4", "COVERAGE_GAP", Outcome.AllowWithApproval, s => s.Covering.Count == 0)
        {
            When = "Nothing live covers the need.",
            Text = "No live framework covers this need. It is reported to the regional and national co-operatives as a gap.",
            NextStep = "Ask the head of service and finance to approve; ring the co-operative's duty commissioner, who reports the gap.",
            Approvals = _ => [Asks.HeadOfServicePlacement, Asks.FinancePrice],
        },
    ];

    private static bool IsUserChoice(Situation s) =>
        s.Child is { EnactmentRequiresViews: true, CompetitionAgainstInterests: true } child && (child.PreferenceExpressed || child.OnlyOneCapableSupplier);

    private static bool IsSearchIncomplete(Situation s) =>
        s.Search.SentTo < s.Search.EligibleProviders || !s.Search.WindowClosed || !s.Search.AllSuitableTypesInParallel;

    private static bool IsNoOffer(Situation s) => s.Covering.Count > 0 && !(s.Search.SuitableOffersOnTerms >= 1) && !IsSearchIncomplete(s);
}
