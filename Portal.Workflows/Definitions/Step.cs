using Portal.Domain.Kernel;

namespace Portal.Workflows.Definitions;

/// <summary>When something is due, looked up from the aggregate each time it is asked; null means that it never will be, and a wait for it alone is skipped.</summary>
public delegate Task<DateTimeOffset?> Due(StepContext step);

/// <summary>One thing the portal does by itself: it calls one use case, whose save also writes the engine's own rows.</summary>
public delegate Task Act(StepContext step);

/// <summary>Whether a step is wanted for this subject, looked up when the step is reached.</summary>
public delegate Task<bool> Applies(StepContext step);

/// <summary>The subjects of parallel branches, for instance one per lot: <c>tender/WM-2026-0001/lot/1</c>.</summary>
public delegate Task<IReadOnlyList<string>> Subjects(StepContext step);

/// <summary>One step of a procedure; its id is stable within a version, its name is what people say.</summary>
public abstract record Step(string Id, string Name)
{
    /// <summary>The step is skipped unless this holds; null: always wanted.</summary>
    public Applies? OnlyIf { get; init; }

    /// <summary>The condition as people say it: "no tender came".</summary>
    public string Condition { get; init; } = "";

    /// <summary>The name with its condition before it.</summary>
    public string Spoken => Condition.Length == 0 ? Name : $"If {Condition}: {char.ToLowerInvariant(Name[0])}{Name[1..]}";
}

/// <summary>Waits for a happening on the subject, for a moment, or for whichever comes first. A role makes it that role's task: its due time then only reminds and never passes the step.</summary>
public sealed record Wait(string Id, string Name, Role? By, IReadOnlyList<string> Signals, Due? Due, IReadOnlyList<Reminder> Reminders) : Step(Id, Name)
{
    public bool PassesWhenDue => By is null && Due is not null;
}

/// <summary>The portal acts.</summary>
public sealed record Automatic(string Id, string Name, Act Act) : Step(Id, Name);

/// <summary>The portal tells everybody who holds a role in the owning organisation, once.</summary>
/// <param name="Page">Where they act, when that is not the subject's own page.</param>
public sealed record Tell(string Id, string Name, Role To, string Text, string? Page = null) : Step(Id, Name);

/// <summary>The same steps for each subject at the same time, joined when all are through.</summary>
public sealed record ForEach(string Id, string Name, Subjects Subjects, IReadOnlyList<Step> Steps) : Step(Id, Name);

/// <summary>A message to the role that must act, so long before (negative) or after (positive) the step is due.</summary>
public sealed record Reminder(TimeSpan AfterDue, string Text);
