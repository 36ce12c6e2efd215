using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>What became of a provider in a re-opening (A8-06).</summary>
public enum RoundStanding
{
    Carried,
    Updated,
    New,
    Left,
}

/// <summary>One provider on one lot in one round: carried over, updated, new or left, with the words that say why.</summary>
public sealed class RoundMember
{
    private RoundMember()
    {
    }

    internal RoundMember(FrameworkRoundId round, Admission member, RoundStanding standing, string words, DateTimeOffset at) =>
        (Id, Round, LotNumber, Provider, Standing, Words, At) = (Guid.CreateVersion7(), round, member.LotNumber, member.Provider, standing, words.Trim(), at);

    public Guid Id { get; private set; }

    public FrameworkRoundId Round { get; private set; }

    public string LotNumber { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public RoundStanding Standing { get; private set; }

    public string Words { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    internal void Change(RoundStanding standing, string words, DateTimeOffset at) => (Standing, Words, At) = (standing, words.Trim(), at);
}
