namespace Portal.Domain.Tenders.Outages;

/// <summary>One sign that a server of the portal was up and reached its database; a gap between them is an outage.</summary>
public sealed class Heartbeat
{
    private Heartbeat()
    {
    }

    public Heartbeat(DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        At = at;
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }
}
