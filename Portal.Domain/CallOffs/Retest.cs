using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs;

/// <summary>What may have changed between the gate's decision and the call-off: the decision itself, the home's standing, its places, its price.</summary>
internal static class Retest
{
    private static readonly string[] OnTerms = ["C1", "C2", "C4"];

    public static IEnumerable<Reason> OfDecision(GateDecision asked, GateDecision latest, DateOnly today)
    {
        if (asked.Id != latest.Id)
        {
            yield return latest.IsWithdrawn
                ? new Reason("WITHDRAWN", "This request was withdrawn, so nothing is called off on it. If the child still needs the place, check the price and record a new decision.")
                : new Reason("NOT_LATEST", "A later gate decision was recorded for this placement. Use the latest.");
        }

        if (!latest.Permits)
        {
            yield return new Reason("GATE", $"The gate’s decision is not an allow (rule {latest.Decisive}). Follow its next step first.", latest.Decisive);
        }

        if (latest.AuthorityLapses < today)
        {
            yield return new Reason("LAPSED", $"The emergency’s authority lapsed on {LondonTime.Day(latest.AuthorityLapses!.Value)}. Ask the gate again; nights already provided are paid.");
        }

        if (latest.ChildReference is null)
        {
            yield return new Reason("CHILD_REFERENCE", "The decision has no child’s reference. Ask the gate again with your case system’s pseudonymous reference.");
        }
    }

    /// <summary>A child who lives there already is not tested again: nothing new begins.</summary>
    public static IEnumerable<Reason> OfHome(ProviderHome home, GateDecision decision, string? ownCooperative, IReadOnlyList<string> embargoes)
    {
        if (decision.Facts.Child.AlreadyLivesThere)
        {
            yield break;
        }

        if (home.Registration != Registration.Active)
        {
            yield return new Reason("UNREGISTERED", "The home’s registration is no longer active. Ring the duty director.", "A1");
        }

        if (decision.Decisive != "S2" && IsStopped(home, ownCooperative, embargoes))
        {
            yield return new Reason("QA_STOP", "Quality assurance has stopped new placements in this home since the decision. Choose another home, or ring the co-operative’s quality lead.", "A3");
        }

        if (home.PlacesOccupied + decision.Facts.Option.PlacesNeeded > home.PlacesRegistered)
        {
            yield return new Reason("CAPACITY", "The last place in this home has just been taken. Look at the other offers, or send the referral again.", "A5");
        }
    }

    public static IEnumerable<Reason> OfPrice(GateDecision decision, Money? price, IReadOnlyList<FrameworkTerms> terms)
    {
        if (price is { } asked && asked != decision.Price)
        {
            yield return new Reason("PRICE", $"The gate decided on {decision.Price}, not on {asked}. Ask the gate about the other price.", Field: "Price");
        }

        if (decision.Decisive == "C1" && !terms.Any(t => t.HomeStatus == HomeAdmissionStatus.Onboarded && t.Admitted && t.AuthorityEntitled && decision.Price <= t.SchedulePrice))
        {
            yield return new Reason("PRICE_CHANGED", "The home’s price or place on the framework has changed since the decision. Ask the gate again.", "C1");
        }
    }

    /// <summary>A price for an hour or a session says nothing of a placement's value without their number in a week; it is never guessed.</summary>
    public static IEnumerable<Reason> OfUnits(string unit, decimal? perWeek)
    {
        if (PlacementValue.UnitsPerWeek(unit) is null && perWeek is not (> 0m and <= PlacementValue.HoursInAWeek))
        {
            yield return new Reason("UNITS_MISSING", $"The price is for one {unit}. Say how many {unit}s a week are agreed, up to {PlacementValue.HoursInAWeek}: the placement’s value, its duties and the framework’s use are counted by it.", "A1-09", "UnitsPerWeek");
        }
    }

    /// <summary>The lot that the call-off is made under: where the home stands, the cheapest schedule first; null off framework.</summary>
    public static FrameworkTerms? LotOf(GateDecision decision, IReadOnlyList<FrameworkTerms> terms) =>
        !decision.Answer.Reasons.Take(1).Any(r => OnTerms.Contains(r.Rule))
            ? null
            : terms.Where(t => t is { AuthorityEntitled: true, Admitted: true, HomeStatus: not null } && t.Unit == decision.Unit).OrderBy(t => t.SchedulePrice ?? t.LotCeiling).FirstOrDefault();

    private static bool IsStopped(ProviderHome home, string? ownCooperative, IReadOnlyList<string> embargoes) =>
        home.Restriction || home.Judgement == Judgement.Inadequate || (ownCooperative is not null && embargoes.Contains(ownCooperative));
}
