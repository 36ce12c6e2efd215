using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <summary>The uplift rule of a framework with the figures of its indexes; frozen into each uplift that is asked under it (care-sector §1.3: the lower of cap and index, a review trigger, a board's vote).</summary>
public sealed partial class UpliftRule : Aggregate
{
    private UpliftRule()
    {
    }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public UpliftTerms Terms { get; private set; } = null!;

    /// <summary>Later rules in the order of their days; the first stays readable in <see cref="Terms"/>.</summary>
    public IReadOnlyList<UpliftChange> Changes { get; private set; } = [];

    /// <summary>What holds on a day.</summary>
    public UpliftTerms TermsOn(DateOnly day) => Changes.LastOrDefault(c => c.From <= day)?.Terms ?? Terms;

    /// <summary>The changes that a day still waits for, in the order of their days, without those that were replaced or taken back before theirs.</summary>
    public IReadOnlyList<UpliftChange> ChangesAfter(DateOnly day) => [.. Changes.Where(c => c.From > day && !IsReplaced(c) && c.Terms != TermsOn(c.From.AddDays(-1)))];

    /// <summary>The change that a day still waits for; null when none is.</summary>
    public UpliftChange? ChangeAfter(DateOnly day) => ChangesAfter(day) is [var next, ..] ? next : null;

    /// <summary>A later change was agreed for the same day, before it came: this one never held.</summary>
    public bool IsReplaced(UpliftChange change) => !ReferenceEquals(Changes.Last(c => c.From == change.From), change);

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

    private static string Words(string words, string field, string what) =>
        string.IsNullOrWhiteSpace(words) ? throw new RuleBroken("MISSING", $"Give {what}.", field: field) : words.Trim();
}
