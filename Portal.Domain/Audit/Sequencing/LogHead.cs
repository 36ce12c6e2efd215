namespace Portal.Domain.Audit.Sequencing;

/// <summary>How many entries the log has; one row, whose version makes sure that two sequencers never give the same number.</summary>
public sealed class LogHead
{
    public const int OnlyRow = 1;

    private LogHead()
    {
    }

    public int Id { get; private set; }

    public long Size { get; private set; }

    public long Version { get; private set; }

    internal static LogHead First() => new() { Id = OnlyRow };

    internal void Grow(long to)
    {
        Size = to;
        Version++;
    }
}

/// <summary>Stored hashes of the log's tree: one tile of c2sp.org/tlog-tiles.</summary>
public sealed class LogTile
{
    private LogTile()
    {
    }

    internal LogTile(int level, long index, byte[] hashes)
    {
        Level = level;
        Index = index;
        Hashes = hashes;
    }

    public int Level { get; private set; }

    public long Index { get; private set; }

    public byte[] Hashes { get; private set; } = [];

    internal void Widen(byte[] hashes) => Hashes = hashes;
}

/// <summary>A signed checkpoint that was made and is kept for ever; the published ones come at fixed intervals so that growth does not count bids.</summary>
public sealed class LogCheckpoint
{
    private LogCheckpoint()
    {
    }

    internal LogCheckpoint(long size, string note, DateTimeOffset at)
    {
        Size = size;
        Note = note;
        At = at;
    }

    public long Size { get; private set; }

    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public bool Published { get; private set; }

    internal void Publish() => Published = true;
}
