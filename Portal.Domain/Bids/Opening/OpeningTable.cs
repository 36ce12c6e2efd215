using System.Collections.Concurrent;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Who sits at the table of an opening right now. Shares lie here in memory only; who does not come back within the window must give the passphrase again.</summary>
public sealed class OpeningTable(TimeProvider clock)
{
    /// <summary>How long a person counts as present.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<TenderId, Lock> locks = [];
    private readonly ConcurrentDictionary<TenderId, List<(Present Who, Share? Share)>> tables = [];

    public IReadOnlyList<Present> At(TenderId tender) => [.. Seats(tender).Select(s => s.Who)];

    internal IReadOnlyList<(Present Who, Share? Share)> Sit(TenderId tender, Actor actor, Share? share, string? recoveryReason)
    {
        lock (locks.GetOrAdd(tender, _ => new Lock()))
        {
            List<(Present Who, Share? Share)> seats = [.. Seats(tender).Where(s => s.Who.Person != actor.Person.Value)];
            seats.Add((new Present(actor.Person.Value, actor.Name, clock.GetUtcNow(), recoveryReason), share));
            tables[tender] = seats;
            return seats;
        }
    }

    internal void Clear(TenderId tender) => tables.TryRemove(tender, out _);

    private List<(Present Who, Share? Share)> Seats(TenderId tender)
    {
        DateTimeOffset earliest = clock.GetUtcNow() - Window;
        return tables.TryGetValue(tender, out List<(Present Who, Share? Share)>? seats) ? [.. seats.Where(s => s.Who.At > earliest)] : [];
    }
}
