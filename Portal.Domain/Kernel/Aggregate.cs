namespace Portal.Domain.Kernel;

/// <summary>Something that happened (past tense), to be written to the tamper-evident log in the same transaction as the change. The payload must hold no sealed content and no child's data.</summary>
/// <param name="Action">Past tense, dotted: <c>tender.published</c>.</param>
/// <param name="Subject">What it happened to: <c>tender/WM-2026-0001</c>.</param>
/// <param name="Payload">Serialised as camelCase JSON; only its salted hash enters the tree.</param>
public sealed record Happening(string Action, string Subject, object Payload);

/// <summary>A thing with rules of its own, loaded whole, changed by its verbs, saved once. Version is its concurrency token.</summary>
public abstract class Aggregate
{
    private readonly List<Happening> happenings = [];

    public long Version { get; private set; }

    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>Called by PortalDb when the change is being written: hands over the happenings and moves the version on.</summary>
    public IReadOnlyList<Happening> TakeHappenings()
    {
        Happening[] taken = [.. happenings];
        happenings.Clear();
        Version++;
        return taken;
    }

    protected void Happened(string action, string subject, object payload) => happenings.Add(new Happening(action, subject, payload));
}
