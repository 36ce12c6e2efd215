using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Somebody who stands in for a member of a tender's team from one day to another, both included, in London.</summary>
public sealed record TeamDeputy(PersonId For, string ForName, TeamPart Part, PersonId Person, string Name, DateOnly From, DateOnly To, string Reason)
{
    public bool ActsOn(DateOnly day) => From <= day && day <= To;

    public bool Overlaps(TeamDeputy other) => From <= other.To && other.From <= To;
}
