namespace Portal.Tests.Furniture;

/// <summary>A clock that a test moves by hand: on, and the time has passed; or it is put ahead or back, and none has. Timers run on the machine's clock.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private long ticks = start.UtcTicks;
    private long passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref passed);

    public void MoveTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            Move(instant - GetUtcNow());
        }
    }

    /// <summary>Time passes; a negative span puts the clock back.</summary>
    public void Move(TimeSpan by)
    {
        lock (gate)
        {
            Interlocked.Add(ref passed, Math.Max(0, by.Ticks));
            Interlocked.Add(ref ticks, by.Ticks);
        }
    }

    /// <summary>Somebody sets the clock: no time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
