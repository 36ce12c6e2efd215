using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>What a person does in one tender.</summary>
public enum TeamPart
{
    Commissioner,
    Evaluator,
    Moderator,
    Opener,
}

/// <summary>Somebody with a part in one tender.</summary>
public sealed class TeamMember
{
    private TeamMember()
    {
    }

    internal TeamMember(TenderId tender, PersonId person, string name, TeamPart part)
    {
        Tender = tender;
        Person = person;
        Name = name;
        Part = part;
    }

    public TenderId Tender { get; private set; }

    public PersonId Person { get; private set; }

    public string Name { get; private set; } = "";

    public TeamPart Part { get; private set; }
}
