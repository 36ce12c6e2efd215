using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>Invented people behind the scenes, who do not sign in: a bidder for each provider, an officer for each authority of the region.</summary>
public sealed class DemoStaff(PortalDb db) : IScene
{
    public const string Region = "West Midlands";

    private static readonly string[] First = ["Alma", "Bryn", "Cleo", "Dara", "Ewan", "Freya", "Glyn", "Hana", "Ivo", "Jess", "Kofi", "Lena", "Milo", "Nia", "Otis", "Pia", "Rhys", "Suki", "Tariq", "Una"];
    private static readonly string[] Last = ["Ashdown", "Birchall", "Coldwell", "Dunmore", "Eastwick", "Fairholm", "Greenslade", "Hawksley", "Inglewood", "Kirkwood", "Longmead", "Marsham"];

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
        int number = 0;
        foreach (Organisation body in bodies.Where(b => !haveBidders.Contains(b.Id)))
        {
            Person person = Person.Introduce($"{First[number % First.Length]} {Last[number % Last.Length]}", string.Create(CultureInfo.InvariantCulture, $"{body.Code.ToLowerInvariant()}@staff.example"));
            person.HoldRoles(body.Id, body.IsProvider ? [Role.ProviderBidder] : [Role.Commissioner, Role.PlacementOfficer]);
            db.Add(person);
            number++;
        }

        await db.Save(Actor.Portal, cancellation);
    }
}
