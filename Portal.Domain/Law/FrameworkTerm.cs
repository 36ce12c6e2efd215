using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>How long a framework may last (A8-04, s.47) and, for an open framework, when it must be re-opened and ends (A8-05, s.49).</summary>
public static class FrameworkTerm
{
    /// <summary>An open framework is awarded again at least once in its first three years.</summary>
    public const int FirstReopeningYears = 3;

    /// <summary>And at least once in each five years beginning with the second award.</summary>
    public const int LaterReopeningYears = 5;

    /// <summary>All its frameworks expire at the latest eight years after the first award.</summary>
    public const int LongestYears = 8;

    /// <summary>With a single supplier it lasts four years at most.</summary>
    public const int SingleSupplierYears = 4;

    /// <summary>The last lawful day of the term; null where the law sets none.</summary>
    public static DateOnly? LastDay(RuleSet rules, JoiningRule joining, DateOnly firstDay, bool singleSupplier = false) => Years(rules, joining, singleSupplier) is { } years ? firstDay.AddYears(years).AddDays(-1) : null;

    /// <summary>The last day of an open framework first awarded on that day (A8-05, s.49).</summary>
    public static DateOnly LastOpenDay(DateOnly firstAward, bool singleSupplier = false) => firstAward.AddYears(singleSupplier ? SingleSupplierYears : LongestYears).AddDays(-1);

    /// <summary>Why a term is too long, or a way of joining is not open to this regime; null when it is in order. An ordinary framework under the full rules lasts longer only where <paramref name="longerBecause"/>, published in its notice, says why what is bought requires it (s.47).</summary>
    public static Reason? Problem(RuleSet rules, JoiningRule joining, DateOnly firstDay, DateOnly lastDay, bool singleSupplier = false, string? longerBecause = null)
    {
        if (joining == JoiningRule.LightTouchFreedom && rules.Regime == Regime.Full)
        {
            return new Reason("JOINING_NEEDS_LIGHT_TOUCH", "Only a light touch framework may take new suppliers by its own rules. Outside light touch, choose an open framework, or a closed one that nobody joins.", "A8-07", "Framework.OpenFramework");
        }

        if (LastDay(rules, joining, firstDay, singleSupplier) is not { } latest || lastDay <= latest)
        {
            return null;
        }

        if (joining == JoiningRule.Never && !string.IsNullOrWhiteSpace(longerBecause))
        {
            return null;
        }

        return joining == JoiningRule.OpenFramework
            ? new Reason("OPEN_FRAMEWORK_YEARS", $"An open framework ends at the latest {Years(rules, joining, singleSupplier)} years after its first award: on {LondonTime.Day(latest)}.", "A8-05", "Framework.EndsOn")
            : new Reason("FRAMEWORK_YEARS", $"Outside light touch a framework lasts at most {rules.FrameworkYears} years, extensions included: until {LondonTime.Day(latest)}. It may last longer only where what is bought requires it and the tender notice says why (section 47): give the reason, or shorten the term.", "A8-04", "Framework.EndsOn");
    }

    /// <summary>The last day on which an open framework must be awarded again, given its awards so far; null when no further re-opening is owed before it ends.</summary>
    public static DateOnly? ReopenBy(IReadOnlyCollection<DateOnly> awards, DateOnly endsOn)
    {
        if (awards.Count == 0)
        {
            throw new RuleBroken("NO_AWARD", "Say when the open framework was first awarded.", "A8-05", "awards");
        }

        DateOnly first = awards.Min();
        DateOnly due = first.AddYears(FirstReopeningYears).AddDays(-1);
        if (awards.Count > 1)
        {
            // Each run of five years begins with the second award; an award inside a run satisfies that run and no other.
            DateOnly run = awards.Order().ElementAt(1);
            while (run.AddYears(LaterReopeningYears) <= endsOn && awards.Any(a => a > run && a < run.AddYears(LaterReopeningYears)))
            {
                run = run.AddYears(LaterReopeningYears);
            }

            due = run.AddYears(LaterReopeningYears).AddDays(-1);
        }

        return due < endsOn ? due : null;
    }

    /// <summary>Whether existing suppliers may stay by the fact of their earlier award: only where places are unlimited (A8-06, s.49).</summary>
    public static bool MayBeCarried(int? mostSuppliers) => mostSuppliers is null;

    private static int? Years(RuleSet rules, JoiningRule joining, bool singleSupplier) =>
        joining == JoiningRule.OpenFramework ? (singleSupplier ? SingleSupplierYears : LongestYears) : rules.FrameworkYears;
}
