namespace Portal.Workflows.Outbox;

/// <summary>Waits twice as long after each failure, from 5 seconds to an hour; after twelve failures (about four hours) the row goes on the poison list.</summary>
public static class Backoff
{
    public const int MaxAttempts = 12;

    public static bool IsOver(int attempts) => attempts >= MaxAttempts;

    public static DateTimeOffset? Next(int attempts, DateTimeOffset now) =>
        IsOver(attempts) ? null : now + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, attempts - 1)));

    public static string Shortened(string error) => error.Length <= 1000 ? error : error[..1000];
}
