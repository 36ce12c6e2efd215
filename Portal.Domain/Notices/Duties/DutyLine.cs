namespace Portal.Domain.Notices.Duties;

/// <summary>How a notice duty stands.</summary>
public enum DutyState
{
    NotRequired,
    Later,
    DueSoon,
    Overdue,
    Done,
    DoneLate,
}

/// <summary>One notice duty of a procurement or of an organisation: what, why, by when, and how it stands.</summary>
/// <param name="Subject">What of: a lot, an amendment; empty where there is only one.</param>
/// <param name="Due">The last day, where the law or the plan gives one.</param>
/// <param name="ReleaseId">The notice that fulfilled it.</param>
public sealed record DutyLine(NoticeKind Kind, DutyState State, string Subject, string Why, DateOnly? Due, DateOnly? DoneOn = null, string? ReleaseId = null)
{
    /// <summary>Empty for a duty of the organisation itself.</summary>
    public string TenderRef { get; init; } = "";

    public string TenderTitle { get; init; } = "";

    public NoticeWords Words => NoticeWords.Of(Kind);

    public bool IsPressing => State is DutyState.DueSoon or DutyState.Overdue;

    public bool WasMissed => State is DutyState.Overdue or DutyState.DoneLate;
}

/// <summary>Says how a duty with a last day stands on a day.</summary>
public static class DutyStates
{
    /// <summary>So many days before the last day the portal begins to warn; the figure is the portal's own.</summary>
    public const int WarnDays = 14;

    public static DutyState Of(DateOnly? due, DateOnly? doneOn, DateOnly today) => (due, doneOn) switch
    {
        ({ } last, { } done) when done > last => DutyState.DoneLate,
        (_, not null) => DutyState.Done,
        ({ } last, null) when today > last => DutyState.Overdue,
        ({ } last, null) when today >= last.AddDays(-WarnDays) => DutyState.DueSoon,
        _ => DutyState.Later,
    };
}
