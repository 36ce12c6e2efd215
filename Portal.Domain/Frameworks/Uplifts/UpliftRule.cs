using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>What a framework's published terms say of rising prices.</summary>
/// <param name="Index">The index that prices follow: Consumer Prices Index.</param>
/// <param name="CapPercent">The most that prices rise in a year whatever the index says, in per cent.</param>
/// <param name="ReviewAbovePercent">An index above this lets the board look at more than the cap; null: the terms permit nothing above it.</param>
/// <param name="QuorumPercent">Part of the board that must vote for or against, or abstain.</param>
/// <param name="VoteDays">Days for which a vote stands open.</param>
/// <param name="Published">Where in the framework's terms this stands.</param>
public sealed record UpliftTerms(string Index, decimal CapPercent, decimal? ReviewAbovePercent, int QuorumPercent, int VoteDays, string Published);

/// <summary>An index figure as its publisher gave it: the change over twelve months in per cent, the period, and where it was read.</summary>
public sealed record IndexFigure(decimal Percent, string Period, string Source);

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

    /// <summary>The most that prices may rise under the rule: the lower of cap and index, never below nothing; null until the index is recorded.</summary>
    public decimal? PermittedPercent => IndexPercent is { } index ? Math.Max(0m, Math.Min(Terms.CapPercent, index)) : null;

    /// <summary>The index stands above the review trigger, so the terms themselves provide for more than the cap.</summary>
    public bool MayExceed => Terms.ReviewAbovePercent is { } trigger && IndexPercent > trigger;

    private string Subject => $"framework/{FrameworkRef}";

    public static UpliftRule Publish(Framework framework, UpliftTerms terms)
    {
        RuleBroken.If([.. WhatIsWrong(terms)]);
        var rule = new UpliftRule { Framework = framework.Id, FrameworkRef = framework.Ref, Terms = terms };
        rule.Happened("framework.upliftRuleRecorded", rule.Subject, terms);
        return rule;
    }

    /// <summary>Records the year's index figure; uplifts asked before keep the figure that they were asked under.</summary>
    public void RecordIndex(IndexFigure figure)
    {
        if (figure.Percent is < -100m or > 100m)
        {
            throw new RuleBroken("INDEX", "An index figure lies between -100 and 100 per cent.", field: "Percent");
        }

        (IndexPercent, IndexPeriod, IndexSource) = (figure.Percent, Words(figure.Period, "Period", "the period: 12 months to September 2026"), Words(figure.Source, "Source", "where you read it"));
        Happened("framework.indexRecorded", Subject, new { Terms.Index, figure.Percent, figure.Period, figure.Source });
    }

    private static IEnumerable<Reason> WhatIsWrong(UpliftTerms terms)
    {
        if (terms.CapPercent is <= 0m or > 100m)
        {
            yield return new Reason("CAP", "The cap lies above 0 and at most at 100 per cent.", "care-sector §1.3", "CapPercent");
        }

        if (terms.ReviewAbovePercent is < 0m or > 100m)
        {
            yield return new Reason("TRIGGER", "The review trigger lies between 0 and 100 per cent.", "care-sector §1.3", "ReviewAbovePercent");
        }

        if (terms.QuorumPercent is < 1 or > 100)
        {
            yield return new Reason("QUORUM", "A quorum lies between 1 and 100 per cent of the board.", "care-sector §1.1", "QuorumPercent");
        }

        if (terms.VoteDays is < 3 or > 60)
        {
            yield return new Reason("VOTE_DAYS", "A vote stands open for 3 to 60 days.", Field: "VoteDays");
        }
    }

    private static string Words(string words, string field, string what) =>
        string.IsNullOrWhiteSpace(words) ? throw new RuleBroken("MISSING", $"Give {what}.", field: field) : words.Trim();
}
