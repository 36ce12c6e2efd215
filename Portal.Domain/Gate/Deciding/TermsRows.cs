using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Deciding;

/// <summary>The middle of the decision table, in its order: on a framework's terms, an emergency, or above the terms of a framework that has the home.</summary>
internal static class TermsRows
{
    public static IReadOnlyList<Row> InOrder { get; } =
    [
        new("B1", "NOT_PROCUREMENT", Outcome.OutOfScope, IsOwnProvision)
        {
            When = "The home is the authority's own, or another authority's with a vertical or horizontal exemption.",
            Text = "Using an authority's own home is not a procurement. It is recorded.",
            NextStep = "Go on with the placement; ring the home's manager.",
        },
        new("C1", "ON_TERMS", Outcome.Allow, s => s.On.Any(f => f.HomeOnboarded && s.Option.Price <= f.SchedulePrice))
        {
            When = "The home is onboarded on a covering framework and the price is at or below its schedule price.",
            Text = "The home is on a framework that covers the need, at or below its schedule price.",
            NextStep = "Make the call-off at this price; ring the provider to agree the start.",
            Flags = s => s.Above ? [Flag.PriceAboveRegister] : [],
        },
        new("E1", "EMERGENCY", Outcome.AllowEmergency, s => s.Needed24)
        {
            When = "The child is needed within 24 hours.",
            Text = "The child is needed within 24 hours: the place is allowed now, price and paperwork are looked at afterwards.",
            NextStep = "Place the child. Ring the co-operative's duty commissioner by the next working day; without ratification the authority to extend lapses, but nights provided are always paid.",
            Flags = EmergencyFlags,
            AllowedPrice = PremiumPrice,
            FollowUps = Duties.OfEmergency,
            Lapses = true,
        },
        new("C2", "PACKAGE", Outcome.AllowWithApproval, s => s.On.Any(f => f.HomeOnboarded && IsPackage(s, f)))
        {
            When = "The home is onboarded on a covering framework, the extras are itemised, the core fee is within the schedule (extras at its rates, or for at most 12 weeks; or the lot is open-book and everything is itemised), and the price without scheduled extras is within that lot's ceiling.",
            Text = "The core fee is on terms and the package is itemised.",
            NextStep = "Ask the co-operative's commissioner and finance to approve the package; ring the duty commissioner.",
            Approvals = _ => [Asks.CommissionerPrice, Asks.FinancePrice],
        },
        new("C4", "HOME_PENDING", Outcome.AllowWithApproval, s => s.On.Any(f => !f.HomeOnboarded && s.Option.Price <= f.SchedulePrice))
        {
            When = "The provider is admitted, the home may be onboarded later, and the price is at or below the schedule price.",
            Text = "The provider is on the framework and the price is on terms, but the home is not onboarded yet.",
            NextStep = "Ask the co-operative's commissioner to approve; the provider onboards the home within 10 working days.",
            Approvals = _ => [Asks.CommissionerPlacement],
            FollowUps = s => [Duties.OnWorkingDay(s, Duty.OnboardHome, s.Terms.OnboardWorkingDay)],
        },
        new("C3", "OVER_CEILING", Outcome.Block, IsOverTerms)
        {
            When = "The home is on a covering framework, the child does not live there yet, and none of C1, C2 and C4 holds.",
            Text = "The home is on a framework that covers the need, and the price is above its terms.",
            NextStep = "Offer the provider the allowed price by call-off, or itemise the extras; ring the co-operative's duty commissioner.",
            AllowedPrice = s => Lower(s.On.Select(f => f.SchedulePrice).Min(), s.RegisterPrice),
        },
        new("C5", "NATIONAL_TERMS", Outcome.Block, s => s.Newcomer && s.Covering.Any(f => f.Level == ContractLevel.National && !f.HubConfirmedNoPlace))
        {
            When = "The child does not live there yet, a national contract covers the need, and its hub has not confirmed that it has no place.",
            Text = "A national specialist contract covers this need.",
            NextStep = "Ask the national hub for a place under its contract; when it confirms that it has none, ask the gate again.",
        },
    ];

    /// <summary>Where the same bed is dearer than on a framework, the framework's price.</summary>
    public static Money? PremiumPrice(Situation s) => s.Above ? s.RegisterPrice : null;

    /// <summary>Whether the need was known for more working days than make an emergency unforeseeable.</summary>
    public static bool IsForeseeable(Situation s) =>
        s.Facts.Need.KnownSince is { } known && Duties.MoreThanWorkingDaysSince(LondonTime.DateOf(known), s, s.Terms.ForeseeableAfterWorkingDays);

    private static bool IsOwnProvision(Situation s) =>
        s.Option.Kind == OptionKind.OwnHome || (s.Option.Kind == OptionKind.OtherAuthorityHome && s.Option.Exemption is not null);

    private static IEnumerable<string> EmergencyFlags(Situation s)
    {
        if (IsForeseeable(s))
        {
            yield return Flag.Foreseeable;
        }

        if (s.Above)
        {
            yield return Flag.SameBedPremium;
        }
    }

    private static bool IsPackage(Situation s, FrameworkFacts framework) =>
        s.Option.ItemisedExtras.Count > 0
        && (IsCoreWithinSchedule(s, framework) || IsOpenBook(s, framework))
        && !(s.Comparable > framework.LotCeiling);

    private static bool IsCoreWithinSchedule(Situation s, FrameworkFacts framework) =>
        s.Core <= framework.SchedulePrice && (s.Option.ItemisedExtras.All(e => e.AtScheduleRate) || s.Option.PackageWeeks <= s.Terms.PackageWeeks);

    private static bool IsOpenBook(Situation s, FrameworkFacts framework) =>
        framework.SchedulePrice is null && Situation.Sum(s.Option.ItemisedExtras) == s.Option.Price;

    private static bool IsOverTerms(Situation s) =>
        s.On.Count > 0 && s.Newcomer && !Holds("C1", s) && !Holds("C2", s) && !Holds("C4", s);

    private static bool Holds(string rule, Situation s) => InOrder.First(row => row.Rule == rule).Holds(s);

    private static Money? Lower(Money? schedule, Money? register) => new[] { schedule, register }.Min();
}
