using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Organisations by name or code, homes by URN or name; for people with an account.</summary>
public sealed class OrganisationSearchSource(PortalDb db) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> Find(string words, Actor? actor, CancellationToken cancel)
    {
        if (actor is null)
        {
            return [];
        }

        string reference = words.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        string like = SearchPattern.Containing(words)!;
        string whole = like[1..^1];
        List<SearchHit> organisations = await db.Organisations.AsNoTracking().Where(o => EF.Functions.Like(o.Code, whole, SearchPattern.Escape) || EF.Functions.Like(o.Name, like, SearchPattern.Escape)).OrderBy(o => o.Name).Take(10)
            .Select(o => new SearchHit("Organisation", o.Name, "/organisations/" + o.Code, o.Code)).ToListAsync(cancel);
        List<SearchHit> homes = await (
            from home in db.ProviderHomes.AsNoTracking()
            where home.Urn == reference || EF.Functions.Like(home.Name, like, SearchPattern.Escape)
            join provider in db.Organisations on home.Provider equals provider.Id
            orderby home.Name
            select new SearchHit("Home", home.Name, "/organisations/" + provider.Code, home.Urn + ", " + provider.Name)).Take(10).ToListAsync(cancel);
        return [.. organisations, .. homes];
    }
}
