using System.Collections.Concurrent;

namespace Portal.Domain.Tenders.Outages;

/// <summary>The clock left the time that passes: by how much, ahead or (negative) back.</summary>
public sealed record ClockJump(DateTimeOffset From, DateTimeOffset To, TimeSpan By);

/// <summary>Holds the machine's clock against its own count of time that passes, which nobody sets: what they differ by was set, and is a jump (D1-08). One watch for each server, looked at each minute, at each receipt and at each opening.</summary>
public sealed class ClockWatch(TimeProvider clock)
{
    /// <summary>A clock that is corrected by no more than this has not jumped.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly ConcurrentQueue<ClockJump> unnoted = [];
    private DateTimeOffset last = clock.GetUtcNow();
    private long count = clock.GetTimestamp();
    private TimeSpan ahead;

    /// <summary>How far the clock has been put ahead since the portal was started and not been put back.</summary>
    public TimeSpan Ahead
    {
        get
        {
            Look();
            lock (gate)
            {
                return ahead;
            }
        }
    }

    /// <summary>Sees whether the clock has jumped since the last look.</summary>
    public void Look()
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            long counted = clock.GetTimestamp();
            DateTimeOffset expected = last + clock.GetElapsedTime(count, counted);
            (last, count) = (now, counted);
            TimeSpan by = now - expected;
            if (by.Duration() > Tolerance)
            {
                ahead = ahead + by > Tolerance ? ahead + by : TimeSpan.Zero;
                unnoted.Enqueue(new ClockJump(expected, now, by));
            }
        }
    }

    /// <summary>The jumps that no log entry tells of yet; whoever takes them writes them, or puts them back.</summary>
    internal IReadOnlyList<ClockJump> TakeUnnoted()
    {
        List<ClockJump> taken = [];
        while (unnoted.TryDequeue(out ClockJump? jump))
        {
            taken.Add(jump);
        }

        return taken;
    }

    internal void PutBack(IReadOnlyList<ClockJump> jumps)
    {
        foreach (ClockJump jump in jumps)
        {
            unnoted.Enqueue(jump);
        }
    }
}
