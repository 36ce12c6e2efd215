using Portal.Domain.Kernel;

namespace Portal.Domain.Audit;

/// <summary>One entry of the tamper-evident log: the hashed part only. The sequencer numbers entries in commit order; the index is the position in the tree and is not hashed.</summary>
public sealed class LogEntry
{
    private LogEntry()
    {
    }

    internal LogEntry(Guid id, DateTimeOffset at, Actor actor, Happening happening, string entryJson)
    {
        Id = id;
        At = at;
        Person = actor.Person;
        PersonName = actor.Name;
        Organisation = actor.Organisation;
        Action = happening.Action;
        Subject = happening.Subject;
        EntryJson = entryJson;
    }

    /// <summary>Row number given by the database; only the order in which rows were inserted.</summary>
    public long Row { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The leaf's position in the tree; null until the sequencer has numbered it.</summary>
    public long? Index { get; internal set; }

    public DateTimeOffset At { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    /// <summary>Past tense, dotted: <c>tender.published</c>.</summary>
    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>The canonical JSON whose leaf hash is in the tree: time, actor, organisation, action, subject and the salted hash of the payload.</summary>
    public string EntryJson { get; private set; } = "";

    /// <summary>Set when the workflow relay has handed this happening on; no part of the hash.</summary>
    public bool Relayed { get; private set; }

    public void MarkRelayed() => Relayed = true;
}

/// <summary>The payload of a log entry and its salt, kept apart so that personal data can be erased while the tree still verifies.</summary>
public sealed class LogPayload
{
    private LogPayload()
    {
    }

    internal LogPayload(Guid entry, byte[] salt, string json)
    {
        Entry = entry;
        Salt = salt;
        Json = json;
    }

    public Guid Entry { get; private set; }

    public byte[] Salt { get; private set; } = [];

    public string? Json { get; private set; }
}
