using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Who has given a passphrase to deal shares anew; in this server's memory only, and apart from the table of the opening.</summary>
public sealed class RedealTable(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenderId, List<(Present Who, HeldShares Shares)>> tables = [];

    public IReadOnlyList<Present> At(TenderId tender)
    {
        lock (gate)
        {
            return [.. Seats(tender).Select(s => s.Who)];
        }
    }

    internal IReadOnlyList<HeldShares> Sit(TenderId tender, Actor actor, HeldShares shares)
    {
        lock (gate)
        {
            List<(Present Who, HeldShares Shares)> seats = [.. Seats(tender).Where(s => s.Who.Person != actor.Person.Value)];
            seats.Add((new Present(actor.Person.Value, actor.Name, clock.GetUtcNow(), null), shares));
            tables[tender] = seats;
            return [.. seats.Select(s => s.Shares)];
        }
    }

    internal void Clear(TenderId tender)
    {
        lock (gate)
        {
            tables.Remove(tender);
        }
    }

    private IEnumerable<(Present Who, HeldShares Shares)> Seats(TenderId tender)
    {
        DateTimeOffset earliest = clock.GetUtcNow() - OpeningTable.Window;
        return tables.GetValueOrDefault(tender, []).Where(s => s.Who.At > earliest);
    }
}
