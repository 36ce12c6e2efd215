using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>What the framework terms of a draft lack or get wrong, by themselves and beside the framework that they name.</summary>
internal static class FrameworkReadiness
{
    public static IEnumerable<Reason> Of(Tender tender, StandingFramework? standing)
    {
        if (tender.Framework is not { } terms)
        {
            yield break;
        }

        if (Array.Exists([terms.Ref, terms.SelectionProcess, terms.PriceMechanism, terms.WhoMayUse], said => said.Length == 0))
        {
            yield return new Reason("FRAMEWORK_TERMS", "Say the framework's reference, who may use it, how a call-off chooses and how its price is set.", "A4-08", "Framework");
        }

        if (terms is { DynamicMarket: true } && (terms.MostSuppliers is not null || terms.Form != FrameworkForm.Flexible))
        {
            yield return new Reason("MARKET_CAPPED", "A dynamic market has no limit on its members and is neither an open nor a closed framework: suppliers join at any time.", "A8-13", "Framework.MostSuppliers");
        }

        foreach (Reason wrong in UpliftProblems(terms))
        {
            yield return wrong with { Field = "Framework.Uplift" };
        }

        if (TermProblem(terms, RuleSet.Latest(tender.Regime), standing) is { } problem)
        {
            yield return problem;
        }
    }

    /// <summary>No lot lasts longer than the framework that it is a part of, whose own years the law limits (A8-04, A8-05; ss.47, 49).</summary>
    public static IEnumerable<Reason> OfLots(Tender tender)
    {
        foreach (Lot lot in tender.Lots)
        {
            if (lot.ExtensionsTo < lot.EndsOn)
            {
                yield return new Reason("LOT_DATES", $"The latest end of lot {lot.Number} with extensions cannot lie before its end.", "A4-06", $"Lots[{lot.Number}].ExtensionsTo");
            }

            if (Outlasts(tender, lot.ExtensionsTo ?? lot.EndsOn, $"Lot {lot.Number}") is { } wrong)
            {
                yield return wrong with { Field = $"Lots[{lot.Number}].ExtensionsTo" };
            }
        }
    }

    /// <summary>Why new days of an award break what the law allows a framework; null when they do not (A8-04, A8-05).</summary>
    /// <param name="standing">The framework that the winners join, where it was there before this tender: its years count from its own first award.</param>
    public static Reason? OfNewDays(Tender tender, (DateOnly First, DateOnly Last) days, StandingFramework? standing, DateTimeOffset now) => tender.Framework is not { DynamicMarket: false } terms ? null
        : FrameworkTerm.Problem(tender.RulesAt(now), Joining(terms), terms.Form == FrameworkForm.Open ? standing?.CountsFrom ?? LondonTime.DateOf(now) : days.First, days.Last, terms.MostSuppliers == 1, terms.LongerTermReason) is { Code: "FRAMEWORK_YEARS" or "OPEN_FRAMEWORK_YEARS" } tooLong ? tooLong with { Field = "EndsOn" } : null;

    // Contracts under a dynamic market have terms of their own.
    private static Reason? Outlasts(Tender tender, DateOnly? last, string what) => tender.Framework is { DynamicMarket: false, LatestDay: { } latest } terms && last > latest
        ? new Reason("OUTLASTS_FRAMEWORK", $"{what} would run to {LondonTime.Day(last.Value)}, extensions included, and the framework to {LondonTime.Day(latest)} at the latest. Shorten it, or give the framework a later end where the law allows one.", terms.Form == FrameworkForm.Open ? "A8-05" : "A8-04", "EndsOn")
        : null;

    /// <summary>From which day an open framework's years are counted while it has not been awarded; null for any other.</summary>
    public static Reason? CountedFromPlan(Tender tender, StandingFramework? standing) => standing is null && tender.Framework is { Form: FrameworkForm.Open, StartsOn: { } starts }
        ? new Reason("YEARS_FROM_PLAN", $"The years of an open framework count from its award (section 49). It has not been awarded, so they are counted from the planned start, {LondonTime.Day(starts)}. If its award is published earlier, it ends that much earlier than a full term planned here.", "A8-05", "Framework.EndsOn")
        : null;

    private static IEnumerable<Reason> UpliftProblems(FrameworkTerms terms) => terms switch
    {
        { Uplift: null } => [],
        { National: true } => [new Reason("NO_BOARD", "A national contract has no board to vote on uplifts. Leave the uplift rule empty: its lead decides on every other price.", "care-sector §1.1")],
        _ => terms.Uplift.WhatIsWrong(),
    };

    private static JoiningRule Joining(FrameworkTerms terms) => terms.Form switch
    {
        FrameworkForm.Open => JoiningRule.OpenFramework,
        FrameworkForm.Closed => JoiningRule.Never,
        _ => JoiningRule.LightTouchFreedom,
    };

    private static Reason? TermProblem(FrameworkTerms terms, RuleSet rules, StandingFramework? standing)
    {
        if (terms.StartsOn is not { } starts || terms.EndsOn is not { } ends || ends <= starts)
        {
            return new Reason("FRAMEWORK_TERM", "Enter when the framework starts and ends.", "A4-08", "Framework.StartsOn");
        }

        if (terms.ExtensionsTo < ends)
        {
            return new Reason("FRAMEWORK_TERM", "The latest end with extensions cannot lie before the end of the framework.", "A8-04", "Framework.ExtensionsTo");
        }

        // A dynamic market is no framework: suppliers join at any time and no law limits its years (ss.34-40).
        return terms.DynamicMarket ? null : YearsProblem(terms, starts, rules, standing);
    }

    // Of a framework the longest it may last counts, extensions used (s.47: "maximum term"). The years of an open one run from the award of the first of its scheme (s.49); before there is one, from the day that is planned.
    private static Reason? YearsProblem(FrameworkTerms terms, DateOnly starts, RuleSet rules, StandingFramework? standing)
    {
        DateOnly from = terms.Form == FrameworkForm.Open && standing is not null ? standing.CountsFrom : starts;
        Reason? problem = FrameworkTerm.Problem(rules, Joining(terms), from, terms.LatestDay!.Value, terms.MostSuppliers == 1, terms.LongerTermReason);
        return problem is { Code: "OPEN_FRAMEWORK_YEARS" } ? problem with { Text = $"{problem.Text} {Counted(standing, starts)}" } : problem;
    }

    private static string Counted(StandingFramework? standing, DateOnly starts) => standing switch
    {
        null => $"There is no award yet, so the years are counted from the planned start, {LondonTime.Day(starts)}.",
        { Awards.Count: 0 } => $"Its award is not recorded here, so the years are counted from its start, {LondonTime.Day(standing.CountsFrom)}.",
        _ => $"It was first awarded on {LondonTime.Day(standing.CountsFrom)}.",
    };
}
