using Portal.Domain.Kernel;

namespace Portal.Workflows.Definitions;

/// <summary>A procedure as a list that can be said aloud; the same object runs, draws its picture and writes its text.</summary>
/// <param name="version">Frozen into each instance; running instances finish on the version they began with.</param>
/// <param name="folder">Where the subject's page is: <c>tenders</c>.</param>
/// <param name="owner">The organisation whose people are told and reminded.</param>
public sealed class WorkflowDefinition(string name, int version, string title, string folder, Func<StepContext, Task<OrganisationId>> owner)
{
    private readonly List<Step> steps = [];
    private Func<string, string>? pageOf;
    private Func<StepContext, Task<string>>? called;

    public string Name => name;

    public int Version => version;

    public string Title => title;

    public Func<StepContext, Task<OrganisationId>> Owner => owner;

    public IReadOnlyList<Step> Steps => steps;

    /// <summary>The happening that starts an instance on its subject.</summary>
    public string StartsOn { get; private set; } = "";

    /// <summary>The happenings after which nothing is left to do.</summary>
    public IReadOnlyList<string> EndsEarlyOn { get; private set; } = [];

    public string? PausesOn { get; private set; }

    public string? ContinuesOn { get; private set; }

    /// <summary>The happening after which the procedure goes back.</summary>
    public string? ReturnsOn { get; private set; }

    /// <summary>The step it goes back to.</summary>
    public string? ReturnsTo { get; private set; }

    public WorkflowDefinition Starts(string on)
    {
        StartsOn = on;
        return this;
    }

    public WorkflowDefinition EndsEarly(params string[] on)
    {
        EndsEarlyOn = on;
        return this;
    }

    public WorkflowDefinition Pauses(string on, string until)
    {
        (PausesOn, ContinuesOn) = (on, until);
        return this;
    }

    /// <summary>After this happening the procedure goes back to an earlier step; what happened before counts no more.</summary>
    public WorkflowDefinition Returns(string on, string to)
    {
        (ReturnsOn, ReturnsTo) = (on, to);
        return this;
    }

    /// <summary>The step added last is skipped unless this holds when it is reached.</summary>
    public WorkflowDefinition OnlyIf(string when, Applies applies)
    {
        steps[^1] = steps[^1] with { OnlyIf = applies, Condition = when };
        return this;
    }

    /// <summary>The portal waits for a moment.</summary>
    public WorkflowDefinition Until(string id, string called, Due due) => Add(new Wait(id, called, null, [], due, []));

    /// <summary>The portal waits for one of the happenings or for a moment, whichever comes first.</summary>
    public WorkflowDefinition Either(string id, string called, string happens, Due due) => Add(new Wait(id, called, null, happens.Split(' '), due, []));

    /// <summary>Somebody must act; done when one of the happenings (separated by spaces) occurs.</summary>
    public WorkflowDefinition Task(string id, string called, Role by, string done, Due? due = null, params Reminder[] reminders) =>
        Add(new Wait(id, called, by, done.Split(' '), due, reminders));

    /// <summary>The portal acts by one use case.</summary>
    public WorkflowDefinition Does(string id, string called, Act act) => Add(new Automatic(id, called, act));

    public WorkflowDefinition Tells(string id, string called, Role to, string text, string? page = null) => Add(new Tell(id, called, to, text, page));

    /// <summary>The same steps for each subject at once, joined when all are through.</summary>
    public WorkflowDefinition Each(string id, string called, Subjects subjects, Action<WorkflowDefinition> branch)
    {
        var list = new WorkflowDefinition(name, version, title, folder, owner);
        branch(list);
        return Add(new ForEach(id, called, subjects, list.Steps));
    }

    /// <summary>Where the subject's page is, when its last part alone does not say so.</summary>
    public WorkflowDefinition PageIs(Func<string, string> page)
    {
        pageOf = page;
        return this;
    }

    /// <summary>How messages name the subject, when its last part is no reference that people know.</summary>
    public WorkflowDefinition IsCalled(Func<StepContext, Task<string>> name)
    {
        called = name;
        return this;
    }

    /// <summary>The subject in a message's title.</summary>
    public async Task<string> NameOf(StepContext step) => called is null ? step.Reference : await called(step);

    public string PageOf(string subject) => pageOf?.Invoke(subject) ?? $"/{folder}/{subject[(subject.LastIndexOf('/') + 1)..]}";

    /// <summary>Every step in reading order, those inside branches included.</summary>
    public IEnumerable<Step> All() => steps.SelectMany(step => step is ForEach each ? [each, .. each.Steps] : new[] { step });

    /// <summary>A step that an instance waits at and this version has not is no step: the instance goes on the operator's list with these words.</summary>
    public Step Find(string id) => All().FirstOrDefault(step => step.Id == id)
        ?? throw new InvalidOperationException($"The procedure {name}, version {version}, has no step {id}. Put the version that had it back, or end this instance.");

    /// <summary>What keeps a definition from being run; null when nothing does.</summary>
    public string? Fault =>
        steps.Count == 0 ? $"The procedure {name}, version {version}, has no steps."
        : StartsOn.Length == 0 ? $"The procedure {name}, version {version}, is started by nothing."
        : ReturnsTo is { } back && All().All(step => step.Id != back) ? $"The procedure {name}, version {version}, goes back to the step {back}, which it has not."
        : null;

    /// <summary>The parallel block that a step stands in, or null on the main line.</summary>
    public ForEach? BlockOf(Step step) => steps.OfType<ForEach>().FirstOrDefault(each => each.Steps.Contains(step));

    /// <summary>The step after this one on its own line; null at the line's end.</summary>
    public Step? After(Step step)
    {
        IReadOnlyList<Step> line = BlockOf(step)?.Steps ?? steps;
        return line.SkipWhile(s => s.Id != step.Id).Skip(1).FirstOrDefault();
    }

    /// <summary>Who was told, just before this wait began, that it is theirs: whoever acts has then done what the message asked.</summary>
    public IEnumerable<Tell> ToldOf(Wait wait)
    {
        IReadOnlyList<Step> line = BlockOf(wait)?.Steps ?? steps;
        return line.TakeWhile(s => s.Id != wait.Id).Reverse().TakeWhile(s => s is Tell).OfType<Tell>().Where(tell => tell.To == wait.By);
    }

    private WorkflowDefinition Add(Step step)
    {
        if (steps.Exists(s => s.Id == step.Id))
        {
            throw new ArgumentException($"The procedure {name} has two steps called {step.Id}.");
        }

        steps.Add(step);
        return this;
    }
}
