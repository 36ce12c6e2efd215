using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Frameworks;

/// <content>The figures of the indexes: each is kept with its index, its period and the day from which it measures, and none takes the place of another.</content>
public sealed partial class UpliftRule
{
    /// <summary>Every figure in the order in which it was recorded.</summary>
    public IReadOnlyList<RecordedFigure> Figures { get; private set; } = [];

    /// <summary>The one figure that was kept before figures were kept one by one; no later figure changes it.</summary>
    public decimal? IndexPercent { get; private set; }

    public string? IndexPeriod { get; private set; }

    public string? IndexSource { get; private set; }

    public string? IndexName { get; private set; }

    /// <summary>All figures, that one first.</summary>
    public IReadOnlyList<RecordedFigure> AllFigures =>
        IndexPercent is { } percent ? [new RecordedFigure(IndexName ?? Terms.Index, percent, IndexPeriod ?? "", IndexSource ?? "", DateOnly.MinValue, null, null), .. Figures] : Figures;

    /// <summary>The figure that measures a rise on a day: of the index that the rule of the day names, the one with the latest first day; of two with the same first day the one recorded last. Null until it is recorded.</summary>
    public RecordedFigure? FigureOn(DateOnly day) => FigureOf(TermsOn(day).Index, day);

    /// <summary>The figure of an index that measures a rise on a day.</summary>
    public RecordedFigure? FigureOf(string index, DateOnly day) =>
        AllFigures.Where(f => f.Index == index && f.From <= day).Reverse().MaxBy(f => f.From);

    /// <summary>The index figure of a day in per cent; null until it is recorded.</summary>
    public decimal? IndexOn(DateOnly day) => FigureOn(day)?.Percent;

    /// <summary>Records a figure of one of the rule's indexes; it stands beside the earlier ones, and uplifts asked before keep the figure that they were asked under.</summary>
    public void RecordIndex(Actor by, IndexFigure figure, DateTimeOffset now)
    {
        DateOnly today = LondonTime.DateOf(now);
        DateOnly from = figure.From ?? today;
        if (from < today)
        {
            throw new RuleBroken("FIGURE_BACKDATED", "A figure measures rises from today at the earliest; prices never change backwards.", "care-sector §1.3", "From");
        }

        string of = string.IsNullOrWhiteSpace(figure.Index) ? TermsOn(from).Index : figure.Index.Trim();
        if (of != Terms.Index && !Changes.Any(c => c.Terms.Index == of))
        {
            throw new RuleBroken("INDEX_UNKNOWN", $"The rule names no index “{of}”.", "care-sector §1.3", "Name");
        }

        if (figure.Percent is < -100m or > 100m)
        {
            throw new RuleBroken("INDEX", "An index figure lies between -100 and 100 per cent.", field: "Percent");
        }

        var recorded = new RecordedFigure(of, figure.Percent, Words(figure.Period, "Period", "the period: 12 months to September 2026"), Words(figure.Source, "Source", "where you read it"), from, by.Name, now);
        if (FigureOf(of, from) is { } held && (held.Percent, held.Period, held.Source) == (recorded.Percent, recorded.Period, recorded.Source))
        {
            throw new RuleBroken("FIGURE_SAME", $"That figure of the {of} is recorded already.", field: "Percent");
        }

        Figures = [.. Figures, recorded];
        Happened("framework.indexRecorded", Subject, new { recorded.Index, recorded.Percent, recorded.Period, recorded.Source, recorded.From });
    }
}
