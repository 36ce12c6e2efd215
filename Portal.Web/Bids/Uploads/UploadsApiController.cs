using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Uploads;

/// <summary>Resumable uploads for bid tools (tus 1.0).</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/uploads")]
public sealed class UploadsApiController(TusDesk tus) : PortalApi
{
    private const string Place = "/api/v1/uploads";

    [HttpOptions]
    [AllowAnonymous]
    public IActionResult Options() => StatusCode(TusDesk.Options(Response));

    [HttpPost]
    public async Task<IActionResult> Create(CancellationToken cancel) => StatusCode(await tus.Create(Caller, HttpContext, Place, cancel));

    [HttpHead("{id:guid}")]
    public async Task<IActionResult> Head(UploadId id, CancellationToken cancel) => StatusCode(await tus.Head(Caller, id, HttpContext, cancel));

    [HttpPatch("{id:guid}")]
    [DisableRequestSizeLimit]
    public async Task<IActionResult> Patch(UploadId id, CancellationToken cancel) => StatusCode(await tus.Patch(Caller, id, HttpContext, cancel));

    [HttpDelete("{id:guid}")]
    public async Task<IActionResult> Delete(UploadId id, CancellationToken cancel) => StatusCode(await tus.Delete(Caller, id, HttpContext, cancel));

    [HttpGet("{id:guid}")]
    public async Task<UploadState> Read(UploadId id, CancellationToken cancel) => await tus.Read(Caller, id, cancel);
}
