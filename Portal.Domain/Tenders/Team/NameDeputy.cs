using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Team;

/// <summary>Names a deputy who holds the role that the part needs, from one day to another; both are told.</summary>
public sealed class NameDeputy(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, DeputyWanted wanted, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == wanted.Person, stop);
        TeamMember? member = tender.Team.FirstOrDefault(m => m.Person == wanted.For && m.Part == wanted.Part);
        if (person is null || !person.Memberships.Any(m => m.Roles.Intersect(Needed(wanted.Part)).Any()))
        {
            throw new RuleBroken("ROLE_MISSING", "Choose a person from the list who holds the role.", field: "Person");
        }

        DateTimeOffset now = clock.GetUtcNow();
        tender.NameDeputy(new TeamDeputy(wanted.For, member?.Name ?? "", wanted.Part, person.Id, person.Name, wanted.From, wanted.To, wanted.Reason), now);
        string body = $"{person.Name} stands in for {member?.Name} from {Law.LondonTime.Day(wanted.From)} until {Law.LondonTime.Day(wanted.To)}.";
        foreach (PersonId told in (PersonId[])[person.Id, wanted.For])
        {
            db.Add(Message.ToPerson(told, $"Deputy for tender {tenderRef}", body, $"/tenders/{tenderRef}/team", now, $"{tenderRef}/deputy/{Guid.CreateVersion7()}"));
        }

        await db.Save(actor, stop);
    }

    private static Role[] Needed(TeamPart part) => part == TeamPart.Moderator ? [Role.Moderator] : [Role.Commissioner, Role.RccCommissioner];
}

/// <summary>Who is to stand in for whom, in which part, on which days and why.</summary>
public sealed record DeputyWanted(PersonId For, TeamPart Part, PersonId Person, DateOnly From, DateOnly To, string Reason);
