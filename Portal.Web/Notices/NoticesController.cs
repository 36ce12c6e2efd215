using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Web.Furniture;

namespace Portal.Web.Notices;

/// <summary>The public list of a tender's notices and each notice in full.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/notices")]
public sealed class NoticesController(PortalDb db, NoticeSettings settings) : PageController
{
    [HttpGet]
    public async Task<IActionResult> List(string tenderRef, CancellationToken cancellation) =>
        View("Notices", await NoticesPage.Read(db, settings, KnownActor, tenderRef, cancellation));

    [HttpGet("{releaseId}")]
    public async Task<IActionResult> Show(string tenderRef, string releaseId, CancellationToken cancellation) =>
        View("Notice", await NoticePage.Read(db, tenderRef, releaseId, cancellation));
}
