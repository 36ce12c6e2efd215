namespace Portal.Web.Start;

/// <summary>The portal's clock: the machine's, or (Development only) one that starts at a chosen instant and runs on from there.</summary>
public sealed class PortalClock(TimeProvider machine, DateTimeOffset? startsAt) : TimeProvider
{
    private readonly DateTimeOffset origin = startsAt ?? machine.GetUtcNow();
    private readonly long started = machine.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => startsAt is null ? machine.GetUtcNow() : origin + machine.GetElapsedTime(started);

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
