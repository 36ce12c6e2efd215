using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Standing;

/// <summary>Writes a turn of the out-of-hours duty rota.</summary>
public sealed class PutOnDuty(PortalDb db)
{
    public async Task Execute(Actor actor, Role office, string email, string telephone, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        actor.MustBe(Role.Director, Role.HeadOfService, Role.RccCommissioner, Role.Administrator);
        Person person = await db.Colleague(actor, email, cancel);
        bool holds = person.Memberships.Any(m => m.Organisation == actor.Organisation && m.Roles.Contains(office));
        Acting acting = await db.ActingOn(new Actor(person.Id, person.Name, actor.Organisation, actor.OrganisationName, new HashSet<Role>()), LondonTime.DateOf(from), cancel);
        db.Add(DutyTurn.Put(actor, office, (person.Id, person.Name, holds || acting.StandsInFor.Any(d => d.Office == office)), telephone, (from, to)));
        await db.Save(actor, cancel);
    }
}
