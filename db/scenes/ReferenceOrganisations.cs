using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>Every English authority with children's services, one co-operative for each region, and the national co-operative.</summary>
public sealed class ReferenceOrganisations(PortalDb db) : IScene
{
    public const string National = "ncc";

    public int Order => 10;

    public bool Demo => false;

    public async Task Play(CancellationToken cancellation)
    {
        if (await db.Organisations.AnyAsync(o => o.Code == National, cancellation))
        {
            return;
        }

        HashSet<string> known = [.. await db.Organisations.Select(o => o.Code).ToListAsync(cancellation)];
        db.Add(Organisation.Register(National, "National Care Co-operative", OrganisationKind.NationalCooperative));
        foreach (var region in Csv.Read("authorities.csv").GroupBy(row => row["region"]))
        {
            Organisation cooperative = Organisation.Register(Code(region.Key), $"{region.Key} Regional Care Co-operative", OrganisationKind.RegionalCooperative, region.Key);
            db.Add(cooperative);
            db.AddRange(region.Where(row => !known.Contains(row["gssCode"])).Select(row =>
                Organisation.Register(row["gssCode"], row["officialName"], OrganisationKind.Authority, region.Key, parent: cooperative.Id)));
        }

        await db.Save(Actor.Portal, cancellation);
    }

    /// <summary>"West Midlands" → <c>west-midlands</c>.</summary>
    public static string Code(string region) => region.ToLowerInvariant().Replace(' ', '-');
}
