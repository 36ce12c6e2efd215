using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Somebody who was present at an opening, and the reason where it was legal's recovery share.</summary>
public sealed record Present(Guid Person, string Name, DateTimeOffset At, string? RecoveryReason);

/// <summary>A sealed bid that could not be opened, and why.</summary>
public sealed record Unopened(Guid Submission, string Lot, string Why);

/// <summary>The record of one act of opening, of the bids or of their prices: who, when, how many of each lot, what failed (D1-03).</summary>
public sealed class OpeningRecord : Aggregate
{
    private OpeningRecord()
    {
    }

    public TenderId Tender { get; private set; }

    public OpeningAct Act { get; private set; }

    public string TenderRef { get; private set; } = "";

    public int Round { get; private set; } = 1;

    public DateTimeOffset At { get; private set; }

    /// <summary>Two people's shares were needed; false where the openers had not set up their keys in time and the rule alone held.</summary>
    public bool UnderSharedKey { get; private set; }

    public IReadOnlyList<Present> People { get; private set; } = [];

    /// <summary>Bids opened, by lot number.</summary>
    public IReadOnlyDictionary<string, int> Opened { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<Unopened> Failures { get; private set; } = [];

    /// <summary>Sealed bids that stay in the late box.</summary>
    public int Late { get; private set; }

    internal static OpeningRecord Write(OpeningAct act, Tender tender, bool underSharedKey, IReadOnlyList<Present> people, IReadOnlyList<OpenedBid> opened, IReadOnlyList<Unopened> failures, DateTimeOffset now)
    {
        OpeningRecord record = new()
        {
            Tender = tender.Id,
            Act = act,
            TenderRef = tender.Ref,
            Round = tender.Round,
            At = now,
            UnderSharedKey = underSharedKey,
            People = people,
            Opened = tender.Lots.ToDictionary(l => l.Number, l => opened.Count(b => b.Lot == l.Id)),
            Failures = failures,
        };
        record.Happened("opening.held", $"tender/{tender.Ref}", new { act = act.ToString(), underSharedKey, people = people.Select(p => new { p.Person, p.At, recovery = p.RecoveryReason }), opened = record.Opened, failures });
        return record;
    }

    internal void CountLate(int late) => Late = late;
}
