using Portal.Domain.Kernel;

namespace Portal.Workflows.Engine;

/// <summary>Where a running procedure stands as a whole.</summary>
public enum InstanceState
{
    Running,
    Paused,
    Finished,
    EndedEarly,
    Cancelled,
}

/// <summary>One procedure running on one subject. It holds ids only: the business stage lives in the aggregate, and these rows may be rebuilt.</summary>
public sealed class WorkflowInstance : Aggregate
{
    private WorkflowInstance()
    {
    }

    public Guid Id { get; private set; }

    public string Definition { get; private set; } = "";

    public int DefinitionVersion { get; private set; }

    /// <summary>What it is about: <c>tender/WM-2026-0001</c>.</summary>
    public string Subject { get; private set; } = "";

    public InstanceState State { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Row of the log entry that started it; happenings before it do not count.</summary>
    public long SinceRow { get; private set; }

    /// <summary>Grows with every step and every wake-up, so that each save checks the version token.</summary>
    public long Moves { get; private set; }

    public bool IsOpen => State is InstanceState.Running or InstanceState.Paused;

    internal static WorkflowInstance Start(string definition, int version, string subject, long sinceRow, DateTimeOffset now, string pictureSha256)
    {
        var instance = new WorkflowInstance
        {
            Id = Guid.CreateVersion7(),
            Definition = definition,
            DefinitionVersion = version,
            Subject = subject,
            SinceRow = sinceRow,
            StartedAt = now,
        };
        instance.Happened("workflow.started", subject, new { definition, version, pictureSha256 });
        return instance;
    }

    internal void Move() => Moves++;

    internal void Finish(DateTimeOffset now) => Close(InstanceState.Finished, now, "workflow.finished", "");

    internal void EndEarly(DateTimeOffset now, string why) => Close(InstanceState.EndedEarly, now, "workflow.endedEarly", why);

    internal void Pause(string why)
    {
        if (State is InstanceState.Running)
        {
            State = InstanceState.Paused;
            Happened("workflow.paused", Subject, new { Definition, why });
        }
    }

    internal void Continue(string why)
    {
        if (State is InstanceState.Paused)
        {
            State = InstanceState.Running;
            Happened("workflow.continued", Subject, new { Definition, why });
        }
    }

    /// <summary>Goes back to an earlier step; only what happens from this row on counts.</summary>
    internal void ReturnTo(string step, long row, string why)
    {
        SinceRow = row;
        Happened("workflow.returned", Subject, new { Definition, step, why });
    }

    /// <summary>An operator ends the procedure by hand; the aggregate's own stage is not touched.</summary>
    public void Cancel(string reason, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            throw new RuleBroken("WORKFLOW_ENDED", "This procedure has ended already.");
        }

        Close(InstanceState.Cancelled, now, "workflow.cancelled", reason);
    }

    internal void NoteRetry(string step, string reason) => Happened("workflow.retried", Subject, new { Definition, step, reason });

    private void Close(InstanceState state, DateTimeOffset now, string happening, string reason)
    {
        State = state;
        EndedAt = now;
        Happened(happening, Subject, new { Definition, reason });
    }
}
