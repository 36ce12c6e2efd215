namespace Portal.Db.Scenes;

/// <summary>The portal's clock. While scenes play it stands where they put it, always later, never past the present; then it runs on with the real one. Its count of the time that passes goes along, so that a scene is no jump of the clock.</summary>
public sealed class SceneClock(TimeProvider real) : TimeProvider
{
    private long standing;
    private Anchor anchor = new(real);

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public bool IsPlaying => Interlocked.Read(ref standing) != 0;

    /// <summary>What the clock says when no scene plays.</summary>
    public DateTimeOffset Present => real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Interlocked.Read(ref standing) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : real.GetUtcNow();

    /// <summary>Moves the standing clock; a step back is refused, for the log is ordered by time.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant.UtcTicks < Interlocked.Read(ref standing) || instant > real.GetUtcNow())
        {
            throw new InvalidOperationException("Scenes play forward in time and end at the present.");
        }

        Interlocked.Exchange(ref standing, instant.UtcTicks);
    }

    /// <summary>The scenes are over.</summary>
    public void RunOn()
    {
        if (IsPlaying)
        {
            Volatile.Write(ref anchor, new Anchor(real));
            Interlocked.Exchange(ref standing, 0);
        }
    }

    public override long GetTimestamp() => Interlocked.Read(ref standing) is var ticks and not 0 ? ticks : Volatile.Read(ref anchor).Count;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>An instant from which time is counted by the machine, whatever its clock is set to.</summary>
    private sealed class Anchor(TimeProvider real)
    {
        private readonly long from = real.GetUtcNow().UtcTicks;
        private readonly long began = real.GetTimestamp();

        public long Count => from + real.GetElapsedTime(began).Ticks;
    }
}
