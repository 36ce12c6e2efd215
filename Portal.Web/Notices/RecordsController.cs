using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;
using Portal.Web.Api;

namespace Portal.Web.Notices;

/// <summary>GET /ocds/records/{ocid}: everything published about one tender, and what it says together.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("ocds/records/{ocid}")]
public sealed class RecordsController(PortalDb db, NoticeSettings settings) : PortalApi
{
    [HttpGet]
    [Produces("application/json")]
    public async Task<IActionResult> Show(string ocid, CancellationToken cancellation)
    {
        TenderId[] tenders = await db.Notices.AsNoTracking().Where(n => n.Ocid == ocid || n.NationalOcid == ocid).Select(n => n.Tender).Distinct().ToArrayAsync(cancellation);
        if (tenders is not [var tender])
        {
            throw new NotFound($"Record {ocid}");
        }

        var notices = await db.Notices.AsNoTracking().Where(n => n.Tender == tender).OrderBy(n => n.Row).Select(n => new { n.PublishedAt, n.ReleaseJson }).ToListAsync(cancellation);
        Uri self = new($"{Request.Scheme}://{Request.Host}{Request.Path}");
        return File(OcdsPackage.Record(settings, self, notices[^1].PublishedAt, ocid, [.. notices.Select(n => n.ReleaseJson)]), "application/json");
    }
}
