using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Placements;
using Portal.Web.Api;

namespace Portal.Web.Notices.Placements;

/// <summary>GET /ocds/contract-details/{batch}: the placements of one batch (UK7 in bulk) as an OCDS release package, for anybody and as the file handed over to the central digital platform (A12-03, B2-05).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("ocds/contract-details/{batch}")]
public sealed class PlacementPackagesController(PlacementReleases releases, NoticeSettings settings) : PortalApi
{
    [HttpGet]
    [Produces("application/json")]
    public async Task<IActionResult> Show(string batch, CancellationToken cancellation)
    {
        (DateTimeOffset publishedAt, IReadOnlyList<string> written) = await releases.Execute(batch, cancellation);
        return File(OcdsPackage.Releases(settings, new Uri($"{Request.Scheme}://{Request.Host}{Request.Path}"), publishedAt, written, null), "application/json", $"{batch}.json");
    }
}
