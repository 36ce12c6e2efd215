using Portal.Workflows.Outbox;

namespace Portal.Workflows.Engine;

/// <summary>What a bookmark is for.</summary>
public enum BookmarkKind
{
    /// <summary>The step is waiting, or is about to run.</summary>
    Step,

    /// <summary>A reminder beside a waiting step; it never moves the procedure.</summary>
    Reminder,
}

/// <summary>A place where an instance waits. Whoever deletes the row has the step; anybody else is too late.</summary>
public sealed class Bookmark
{
    private Bookmark()
    {
    }

    internal Bookmark(Guid instance, string step, string? branch, BookmarkKind kind, int ordinal, DateTimeOffset? dueAt, DateTimeOffset? wakeAt, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Instance, Step, Branch, Kind, Ordinal, DueAt, WakeAt, Since) = (instance, step, branch, kind, ordinal, dueAt, wakeAt, now);
    }

    public Guid Id { get; private set; }

    public Guid Instance { get; private set; }

    public string Step { get; private set; } = "";

    /// <summary>Subject of the parallel branch, null on the main line.</summary>
    public string? Branch { get; private set; }

    public BookmarkKind Kind { get; private set; }

    /// <summary>Which of the step's reminders this is.</summary>
    public int Ordinal { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>When the step is due, for people.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the pump should next look at it; null while only a happening can wake it, and when it is on the poison list.</summary>
    public DateTimeOffset? WakeAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public bool Poisoned { get; private set; }

    /// <summary>Claim of one pump; free again when it expires.</summary>
    public Guid? Lease { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Not satisfied yet: sleeps until the (possibly moved) due time.</summary>
    internal void Rearm(DateTimeOffset? dueAt, DateTimeOffset? wakeAt)
    {
        (DueAt, WakeAt) = (dueAt, wakeAt);
        (Lease, LeasedUntil, Attempts, LastError) = (null, null, 0, null);
    }

    internal void Fail(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = Backoff.Shortened(error);
        Poisoned = Backoff.IsOver(Attempts);
        WakeAt = Backoff.Next(Attempts, now);
        (Lease, LeasedUntil) = (null, null);
    }

    internal void Retry(DateTimeOffset now)
    {
        (WakeAt, Attempts, Poisoned) = (now, 0, false);
        (Lease, LeasedUntil) = (null, null);
    }
}

/// <summary>A step that an instance has been through, and how.</summary>
public sealed class StepRecord
{
    private StepRecord()
    {
    }

    internal StepRecord(Guid instance, string step, string? branch, StepOutcome outcome, string note, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (Instance, Step, Branch, Outcome, Note, At) = (instance, step, branch, outcome, note, at);
    }

    public Guid Id { get; private set; }

    public Guid Instance { get; private set; }

    public string Step { get; private set; } = "";

    public string? Branch { get; private set; }

    public StepOutcome Outcome { get; private set; }

    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>How a step was passed.</summary>
public enum StepOutcome
{
    Happened,
    FellDue,
    Ran,
    Refused,
    Told,
    Skipped,
}
