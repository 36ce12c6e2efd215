namespace Portal.Tests.Furniture;

/// <summary>A clock that a test moves by hand. Timers run on the machine's clock.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
