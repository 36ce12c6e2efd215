using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>What an authority says on the framework's board; a conflict of interest takes its vote away and is recorded in its place.</summary>
public enum BoardVoice
{
    For,
    Against,
    Abstain,
    Conflicted,
}

/// <summary>One authority's vote on an uplift, with the person who cast it.</summary>
public sealed class BoardVote
{
    private BoardVote()
    {
    }

    internal BoardVote(UpliftId uplift, Actor by, BoardVoice voice, string words, DateTimeOffset at) =>
        (Id, Uplift, Authority, AuthorityName, Person, PersonName, Voice, Words, At) = (Guid.CreateVersion7(), uplift, by.Organisation, by.OrganisationName, by.Person, by.Name, voice, words, at);

    public Guid Id { get; private set; }

    public UpliftId Uplift { get; private set; }

    public OrganisationId Authority { get; private set; }

    public string AuthorityName { get; private set; } = "";

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public BoardVoice Voice { get; private set; }

    public string Words { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
