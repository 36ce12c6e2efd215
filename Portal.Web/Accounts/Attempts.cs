using System.Collections.Concurrent;

namespace Portal.Web.Accounts;

/// <summary>Counts what is tried at a door, in this server's memory: so many in a time for one key, such as a visitor's address with an account. Whoever types wrong passwords for somebody else shuts out their own address, not the other person.</summary>
public sealed class Attempts(TimeProvider clock)
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Until)> tried = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the key has used up its attempts.</summary>
    public bool AreUsedUp(string key, int allowed) => tried.TryGetValue(key, out (int Count, DateTimeOffset Until) seen) && seen.Until > clock.GetUtcNow() && seen.Count >= allowed;

    /// <summary>Counts one more; the time runs from the first.</summary>
    public void Count(string key, TimeSpan within)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Forget(now);
        tried.AddOrUpdate(key, _ => (1, now + within), (_, seen) => seen.Until > now ? (seen.Count + 1, seen.Until) : (1, now + within));
    }

    /// <summary>It went right: the key starts anew.</summary>
    public void Clear(string key) => tried.TryRemove(key, out _);

    // Bounded, so that invented keys cannot fill the memory.
    private void Forget(DateTimeOffset now)
    {
        if (tried.Count < Most)
        {
            return;
        }

        foreach ((string key, (int Count, DateTimeOffset Until) seen) in tried)
        {
            if (seen.Until <= now || tried.Count >= Most)
            {
                tried.TryRemove(key, out _);
            }
        }
    }
}
