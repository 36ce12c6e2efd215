using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Uploads;

/// <summary>The same resumable uploads for the bid page's progress bars: signed in by cookie, with the antiforgery token in a header.</summary>
[Authorize(Policies.Providers)]
[Route("/uploads")]
public sealed class UploadsController(TusDesk tus) : PageController
{
    private const string Place = "/uploads";

    [HttpPost]
    public async Task<IActionResult> Create(CancellationToken cancel) => StatusCode(await tus.Create(Actor, HttpContext, Place, cancel));

    [HttpHead("{id:guid}")]
    public async Task<IActionResult> Head(UploadId id, CancellationToken cancel) => StatusCode(await tus.Head(Actor, id, HttpContext, cancel));

    [HttpPatch("{id:guid}")]
    [DisableRequestSizeLimit]
    public async Task<IActionResult> Patch(UploadId id, CancellationToken cancel) => StatusCode(await tus.Patch(Actor, id, HttpContext, cancel));

    [HttpDelete("{id:guid}")]
    public async Task<IActionResult> Delete(UploadId id, CancellationToken cancel) => StatusCode(await tus.Delete(Actor, id, HttpContext, cancel));
}
