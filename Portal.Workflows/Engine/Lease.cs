namespace Portal.Workflows.Engine;

/// <summary>How long a pump keeps what it has claimed; longer than any step takes, short enough that a dead server's work is soon taken over.</summary>
internal static class Lease
{
    public static TimeSpan Length { get; } = TimeSpan.FromMinutes(2);
}
