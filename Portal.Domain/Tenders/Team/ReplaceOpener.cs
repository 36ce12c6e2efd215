using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Team;

/// <summary>Names another opener in the place of one who leaves, after publication as well; everybody concerned is told, and what is to be done next.</summary>
public sealed class ReplaceOpener(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, PersonId leaver, PersonId newcomer, string reason, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Person? person = await db.People.SingleOrDefaultAsync(p => p.Id == newcomer, stop);
        if (person is null || !person.Memberships.Any(m => m.Roles.Contains(Role.Opener)))
        {
            throw new RuleBroken("ROLE_MISSING", "Choose a person from the list who holds the role of opener.", "D1-03", "Person");
        }

        DateTimeOffset now = clock.GetUtcNow();
        string left = tender.Team.FirstOrDefault(m => m.Person == leaver && m.Part == TeamPart.Opener)?.Name ?? "";
        tender.ReplaceOpener(leaver, person.Id, person.Name, reason, now);
        string change = $"{person.Name} opens tender {tenderRef} in the place of {left}.";
        Tell(leaver, $"{change} You no longer open it. If you still have your key, help to deal the shares anew on the opening page; it opens nothing.");
        Tell(person.Id, $"{change} Set up your opening key now; then two holders of shares deal them anew, and you hold one.");
        foreach (TeamMember other in tender.Team.Where(m => m.Part == TeamPart.Opener && m.Person != person.Id))
        {
            Tell(other.Person, $"{change} When the newcomer has a key, two of you who hold shares deal them anew on the opening page, before the deadline if you can.");
        }

        await db.Save(actor, stop);

        void Tell(PersonId to, string body) =>
            db.Add(Message.ToPerson(to, $"Opener of tender {tenderRef} replaced", body, to == person.Id ? "/openings" : $"/tenders/{tenderRef}/opening", now, $"{tenderRef}/opener/{Guid.CreateVersion7()}"));
    }
}
