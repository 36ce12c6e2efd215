using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>Invented people behind the scenes, who do not sign in: a bidder for each provider; the people who ask and approve in each authority of the region.</summary>
public sealed class DemoStaff(PortalDb db) : IScene
{
    public const string Region = "West Midlands";

    private static readonly string[] First = ["Alma", "Bryn", "Cleo", "Dara", "Ewan", "Freya", "Glyn", "Hana", "Ivo", "Jess", "Kofi", "Lena", "Milo", "Nia", "Otis", "Pia", "Rhys", "Suki", "Tariq", "Una"];
    private static readonly string[] Last = ["Ashdown", "Birchall", "Coldwell", "Dunmore", "Eastwick", "Fairholm", "Greenslade", "Hawksley", "Inglewood", "Kirkwood", "Longmead", "Marsham"];

    private int number;

    public int Order => 130;

    public bool Demo => true;

    public async Task Play(CancellationToken cancellation)
    {
        if (await db.People.AnyAsync(p => p.Email.EndsWith("@staff.example"), cancellation))
        {
            return;
        }

        List<Organisation> bodies = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Provider || (o.Kind == OrganisationKind.Authority && o.Region == Region)).OrderBy(o => o.Code).ToListAsync(cancellation);
        HashSet<OrganisationId> haveBidders = [.. (await db.People.AsNoTracking().ToListAsync(cancellation)).SelectMany(p => p.Memberships).Where(m => m.Roles.Contains(Role.ProviderBidder)).Select(m => m.Organisation)];
        foreach (Organisation body in bodies.Where(b => !haveBidders.Contains(b.Id)))
        {
            if (body.IsProvider)
            {
                Introduce(body, "bids", Role.ProviderBidder);
                continue;
            }

            Introduce(body, "officer", Role.Commissioner, Role.PlacementOfficer);
            Introduce(body, "head", Role.HeadOfService, Role.NominatedOfficer);
            Introduce(body, "director", Role.Director);
            Introduce(body, "finance", Role.Finance);
            Introduce(body, "legal", Role.Legal);
        }

        await db.Save(Actor.Portal, cancellation);
    }

    private void Introduce(Organisation body, string part, params Role[] roles)
    {
        Person person = Person.Introduce($"{First[number % First.Length]} {Last[number % Last.Length]}", $"{part}.{body.Code.ToLowerInvariant()}@staff.example");
        person.HoldRoles(body.Id, roles);
        db.Add(person);
        number++;
    }
}
