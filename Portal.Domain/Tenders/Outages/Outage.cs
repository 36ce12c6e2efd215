namespace Portal.Domain.Tenders.Outages;

/// <summary>A time in which the portal gave no sign of life, cut to the hour before a deadline (D1-11).</summary>
public sealed record Outage(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The hour before the deadline is looked at (D1-11: N = 60, the portal's own number).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(60);

    /// <summary>A server signs every minute; two missed signs may be a restart, more are an outage.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(3);

    public TimeSpan Length => To - From;

    /// <summary>The outages in the hour before the deadline. Without any sign from before that hour nothing can be said, and nothing is.</summary>
    /// <param name="beats">Signs of life in any order; the look itself, at <paramref name="now"/>, is one.</param>
    public static IReadOnlyList<Outage> Before(DateTimeOffset deadline, IEnumerable<DateTimeOffset> beats, DateTimeOffset now)
    {
        DateTimeOffset opens = deadline - Window;
        DateTimeOffset[] signs = [.. beats.Append(now).Order()];
        if (signs[0] > opens)
        {
            return [];
        }

        return [.. signs.Zip(signs.Skip(1), (earlier, later) => (Earlier: earlier, Later: later))
            .Where(gap => gap.Later - gap.Earlier > Tolerance && gap.Earlier < deadline && gap.Later > opens)
            .Select(gap => new Outage(gap.Earlier < opens ? opens : gap.Earlier, gap.Later > deadline ? deadline : gap.Later))];
    }
}
