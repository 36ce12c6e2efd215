using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>An index figure as its publisher gave it: the change over twelve months in per cent, the period, and where it was read.</summary>
/// <param name="Index">The index that it is of; null: the one that the rule names today.</param>
public sealed record IndexFigure(decimal Percent, string Period, string Source, string? Index = null);

/// <summary>The uplift rule of a framework with the index figure of the year; frozen into each uplift that is asked under it (care-sector §1.3: the lower of cap and index, a review trigger, a board's vote).</summary>
public sealed class UpliftRule : Aggregate
{
    private UpliftRule()
    {
    }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public UpliftTerms Terms { get; private set; } = null!;

    public decimal? IndexPercent { get; private set; }

    public string? IndexPeriod { get; private set; }

    public string? IndexSource { get; private set; }

    /// <summary>The index that the figure is of: a figure of another index than the rule's counts for nothing.</summary>
    public string? IndexName { get; private set; }

    /// <summary>Later rules in the order of their days; the first stays readable in <see cref="Terms"/>.</summary>
    public IReadOnlyList<UpliftChange> Changes { get; private set; } = [];

    /// <summary>What holds on a day.</summary>
    public UpliftTerms TermsOn(DateOnly day) => Changes.LastOrDefault(c => c.From <= day)?.Terms ?? Terms;

    /// <summary>The change that a day still waits for; null when none is recorded.</summary>
    public UpliftChange? ChangeAfter(DateOnly day) => Changes.FirstOrDefault(c => c.From > day);

    /// <summary>The figure of the index that holds on a day; null until it is recorded.</summary>
    public decimal? IndexOn(DateOnly day) => (IndexName ?? Terms.Index) == TermsOn(day).Index ? IndexPercent : null;

    /// <summary>The most that prices may rise on a day: the lower of cap and index, never below nothing; null until the index is recorded.</summary>
    public decimal? PermittedOn(DateOnly day) => IndexOn(day) is { } index ? Math.Max(0m, Math.Min(TermsOn(day).CapPercent, index)) : null;

    /// <summary>The index stands above the review trigger of the day, so the terms themselves provide for more than the cap.</summary>
    public bool MayExceedOn(DateOnly day) => TermsOn(day).ReviewAbovePercent is { } trigger && IndexOn(day) > trigger;

    private string Subject => $"framework/{FrameworkRef}";

    public static UpliftRule Publish(Framework framework, UpliftTerms terms)
    {
        RuleBroken.If([.. terms.WhatIsWrong()]);
        var rule = new UpliftRule { Framework = framework.Id, FrameworkRef = framework.Ref, Terms = terms };
        rule.Happened("framework.upliftRuleRecorded", rule.Subject, terms);
        return rule;
    }

    /// <summary>From a day to come another rule holds, as the parties varied the agreement. Nothing is changed backwards, and uplifts asked before keep the rule that they were asked under.</summary>
    public void Change(Actor by, UpliftTerms terms, UpliftVariation variation, DateTimeOffset now)
    {
        (DateOnly from, string reason, _, Regime? regime) = variation;
        Given.Reason(reason);
        string agreed = Words(variation.Agreed, "Variation", "the number and the day of the variation or deed that was agreed");
        RuleBroken.If([.. terms.WhatIsWrong()]);
        DateOnly today = LondonTime.DateOf(now);
        if (from <= today)
        {
            throw new RuleBroken("RULE_BACKDATED", "A rule changes from tomorrow at the earliest; nothing that was asked before is judged by it.", "care-sector §1.3", "From");
        }

        if (Changes.Count > 0 && Changes[^1].From >= from)
        {
            throw new RuleBroken("RULE_ORDER", $"A change from {LondonTime.Day(Changes[^1].From)} is recorded already. The next takes effect after it.", field: "From");
        }

        if (TermsOn(from) == terms)
        {
            throw new RuleBroken("RULE_SAME", "That is the rule already. Change something, or leave it.", field: "Index");
        }

        // What it adds to the contract's value nobody can say here, so the law room cannot weigh it: recording it does not change it.
        if (regime == Regime.Full && terms.AllowsMoreThan(TermsOn(from)))
        {
            throw new RuleBroken("RISE_UNWEIGHED", "Under the full regime a change of the uplift rule that lets prices rise further is weighed as a modification first (section 74): prepare a UK10 contract change notice. It is not recorded here.", "A11-07", "CapPercent");
        }

        var change = new UpliftChange(terms, from, reason.Trim(), by.Name, now, agreed);
        Changes = [.. Changes, change];
        Happened("framework.upliftRuleChanged", Subject, new { before = TermsOn(today), change.Terms, change.From, change.Reason, change.Variation });
    }

    /// <summary>Records the year's index figure; uplifts asked before keep the figure that they were asked under.</summary>
    /// <param name="index">The index that the figure is of, as the rule of some day names it.</param>
    public void RecordIndex(IndexFigure figure, string? index = null)
    {
        string of = string.IsNullOrWhiteSpace(index) ? Terms.Index : index.Trim();
        if (of != Terms.Index && !Changes.Any(c => c.Terms.Index == of))
        {
            throw new RuleBroken("INDEX_UNKNOWN", $"The rule names no index “{of}”.", "care-sector §1.3", "Name");
        }

        if (figure.Percent is < -100m or > 100m)
        {
            throw new RuleBroken("INDEX", "An index figure lies between -100 and 100 per cent.", field: "Percent");
        }

        (IndexPercent, IndexPeriod, IndexSource) = (figure.Percent, Words(figure.Period, "Period", "the period: 12 months to September 2026"), Words(figure.Source, "Source", "where you read it"));
        IndexName = of;
        Happened("framework.indexRecorded", Subject, new { Index = of, figure.Percent, figure.Period, figure.Source });
    }

    private static string Words(string words, string field, string what) =>
        string.IsNullOrWhiteSpace(words) ? throw new RuleBroken("MISSING", $"Give {what}.", field: field) : words.Trim();
}
