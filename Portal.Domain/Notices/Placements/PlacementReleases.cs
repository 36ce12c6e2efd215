using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;

namespace Portal.Domain.Notices.Placements;

/// <summary>The releases of one published batch of placements, in the order of their references.</summary>
public sealed class PlacementReleases(PortalDb db, NoticeSettings settings)
{
    /// <summary>Each release as JSON, and when the batch was published. Raises <see cref="NotFound"/> when there is no such batch.</summary>
    public async Task<(DateTimeOffset PublishedAt, IReadOnlyList<string> Releases)> Execute(string batch, CancellationToken cancel)
    {
        List<PublishedContract> contracts = await db.PublishedContracts.Where(c => c.Batch == batch).OrderBy(c => c.CallOff).ToListAsync(cancel);
        if (contracts.Count == 0)
        {
            throw new NotFound("That batch");
        }

        OrganisationId[] named = [.. contracts.SelectMany(c => new[] { c.Buyer, c.Supplier }).Distinct()];
        Dictionary<OrganisationId, Organisation> parties = await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        return (contracts.Max(c => c.PublishedAt), [.. contracts.Select(c => OcdsJson.Write(PlacementRelease.Of(c, parties[c.Buyer], parties[c.Supplier], settings)))]);
    }
}
