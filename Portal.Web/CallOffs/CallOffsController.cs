using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs;

/// <summary>The authority's call-offs, or those of the provider's homes, newest first.</summary>
[Authorize(Policies.SignedIn)]
[Route("/call-offs")]
public sealed class CallOffsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, string? after, CancellationToken cancel)
    {
        string search = q?.Trim() ?? "";
        IQueryable<CallOff> seen = db.CallOffs.AsNoTracking()
            .Where(c => c.Authority == Actor.Organisation || c.Provider == Actor.Organisation)
            .Where(c => search == "" || c.Ref == search || c.HomeUrn == search || c.ChildReference == search);
        DateTimeOffset? before = after is null ? null : await seen.Where(c => c.Ref == after).Select(c => (DateTimeOffset?)c.MadeAt).FirstOrDefaultAsync(cancel);
        List<CallOff> rows = await seen.Where(c => before == null || c.MadeAt < before).OrderByDescending(c => c.MadeAt).Take(PageOf.Size + 1).ToListAsync(cancel);
        string[] urns = [.. rows.Select(c => c.HomeUrn).Distinct()];
        Dictionary<string, string> homes = await db.ProviderHomes.Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, h => h.Name, cancel);
        return View(new CallOffsPage(search, PageOf.From(rows, c => c.Ref), homes));
    }
}

/// <summary>The list, its search, and the names of the homes.</summary>
public sealed record CallOffsPage(string Search, PageOf<CallOff> CallOffs, IReadOnlyDictionary<string, string> Homes);
