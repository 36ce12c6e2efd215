namespace Portal.Domain.Frameworks;

/// <summary>An index figure as its publisher gave it: the change over twelve months in per cent, the period, and where it was read.</summary>
/// <param name="Index">The index that it is of; null: the one that the rule names on the figure's first day.</param>
/// <param name="From">The first day of a rise that it measures; null: the day on which it is recorded.</param>
public sealed record IndexFigure(decimal Percent, string Period, string Source, string? Index = null, DateOnly? From = null);

/// <summary>An index figure as it was recorded: never changed, only followed by a later one.</summary>
/// <param name="From">The first day of a rise that it measures.</param>
/// <param name="ByName">Who recorded it; null in what was recorded before figures were kept one by one.</param>
public sealed record RecordedFigure(string Index, decimal Percent, string Period, string Source, DateOnly From, string? ByName, DateTimeOffset? RecordedAt);
