using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>Watches a tender, or stops.</summary>
[Authorize(Policies.SignedIn)]
[Route("/tenders/{tenderRef}")]
public sealed class WatchTenderController(WatchTender watch, StopWatching stopWatching) : PageController
{
    [HttpPost("watch")]
    public async Task<IActionResult> Watch(string tenderRef, CancellationToken cancel)
    {
        await watch.Execute(Actor, tenderRef, WatchReason.Watching, cancel);
        Tell("You will be told of every change and every answer.");
        return Redirect(TenderLinks.Page(tenderRef));
    }

    [HttpPost("unwatch")]
    public async Task<IActionResult> Unwatch(string tenderRef, CancellationToken cancel)
    {
        await stopWatching.Execute(Actor, tenderRef, cancel);
        Tell("You will not be told of changes any more.");
        return Redirect(TenderLinks.Page(tenderRef));
    }
}
