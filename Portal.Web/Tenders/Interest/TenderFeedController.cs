using System.Xml;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>GET /tenders.atom: the hundred tenders published last (RFC 4287).</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = false)]
[Route("/tenders.atom")]
public sealed class TenderFeedController(PortalDb db, TimeProvider clock) : PageController
{
    private const int Most = 100;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        List<Tender> latest = await db.Tenders.AsNoTracking().Where(t => t.PublishedAt != null).OrderByDescending(t => t.PublishedAt).ThenBy(t => t.Ref).Take(Most).ToListAsync(cancel);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => latest.Select(t => t.Buyer).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        string site = $"{Request.Scheme}://{Request.Host}";
        MemoryStream feed = new();
        await using (XmlWriter xml = XmlWriter.Create(feed, new XmlWriterSettings { Async = true, Indent = true, CloseOutput = false }))
        {
            await FeedText.Write(xml, latest, names, await FeedAwards.Read(db, latest, clock.GetUtcNow(), cancel), site, clock.GetUtcNow());
        }

        feed.Position = 0;
        return File(feed, "application/atom+xml; charset=utf-8");
    }
}
