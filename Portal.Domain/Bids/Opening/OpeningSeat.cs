using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>An opener's share, sealed to one other holder of a share: only that person's passphrase reads it.</summary>
public sealed record PassedShare(Guid To, byte[] SealedShare);

/// <summary>One person's place at the table of an opening. The person's share lies here only as passed on to each of the other openers, so that neither the portal nor whoever copies the database can use it without one of them.</summary>
public sealed class OpeningSeat : Aggregate
{
    private OpeningSeat()
    {
    }

    public TenderId Tender { get; private set; }

    public PersonId Person { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? RecoveryReason { get; private set; }

    public IReadOnlyList<PassedShare> Passed { get; private set; } = [];

    public Present Who => new(Person.Value, Name, At, RecoveryReason);

    internal static OpeningSeat Take(TenderId tender, Actor actor) => new() { Tender = tender, Person = actor.Person, Name = actor.Name };

    /// <summary>Comes, or comes again.</summary>
    internal void Sit(Share? share, OpeningAct act, string tenderRef, IEnumerable<OpenerKey> others, string? recoveryReason, DateTimeOffset now)
    {
        At = now;
        RecoveryReason = recoveryReason;
        Passed = share is null ? [] : [.. others.Select(o => new PassedShare(o.Person.Value, o.SealShare(share, act, tenderRef)))];
    }

    internal byte[]? PassedTo(PersonId person) => Passed.FirstOrDefault(p => p.To == person.Value)?.SealedShare;
}
