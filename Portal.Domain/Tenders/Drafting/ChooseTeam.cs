using Microsoft.EntityFrameworkCore;
using Portal.Domain.Organisations;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Names who evaluates, moderates, opens and commissions; each must be a known person who holds the role somewhere.</summary>
public sealed class ChooseTeam(PortalDb db)
{
    private static readonly Dictionary<TeamPart, Role[]> Needed = new()
    {
        [TeamPart.Commissioner] = [Role.Commissioner, Role.RccCommissioner],
        [TeamPart.Evaluator] = [Role.Evaluator],
        [TeamPart.Moderator] = [Role.Moderator],
        [TeamPart.Opener] = [Role.Opener],
    };

    public async Task Execute(Actor actor, string tenderRef, IReadOnlyCollection<(PersonId Person, TeamPart Part)> members, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        List<PersonId> ids = [.. members.Select(m => m.Person).Distinct()];
        Dictionary<PersonId, Person> people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        RuleBroken.If([.. members.Select(m => Unfit(people.GetValueOrDefault(m.Person), m.Part)).OfType<Reason>()]);
        tender.ChooseTeam([.. members.Select(m => (m.Person, people[m.Person].Name, m.Part))]);
        await db.Save(actor, stop);
    }

    private static Reason? Unfit(Person? person, TeamPart part)
    {
        if (person is null)
        {
            return new Reason("PERSON_UNKNOWN", "Choose people from the list.", Field: "Team");
        }

        return person.Memberships.Any(m => m.Roles.Intersect(Needed[part]).Any())
            ? null
            : new Reason("ROLE_MISSING", $"{person.Name} does not hold the role of {part.ToString().ToLowerInvariant()}. Ask an administrator to give it, or choose somebody else.", Field: "Team");
    }
}
