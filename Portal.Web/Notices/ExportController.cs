using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Law;
using Portal.Domain.Notices.Delivering;
using Portal.Web.Api;

namespace Portal.Web.Notices;

/// <summary>GET /ocds/export: every release in one package, streamed.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("ocds/export")]
public sealed class ExportController(ExportReleases export) : PortalApi
{
    /// <param name="since">Only what was published at or after this instant, or day in London.</param>
    [HttpGet]
    [Produces("application/json")]
    public async Task Show(string? since, CancellationToken cancellation)
    {
        InputErrors input = new();
        DateTimeOffset? from = string.IsNullOrEmpty(since) ? null : DateText.Date(since) is { } day ? LondonTime.StartOfDay(day) : input.Instant("since", since);
        input.ThrowIfAny();
        Response.ContentType = "application/json";
        Response.Headers.ContentDisposition = "attachment; filename=\"releases.json\"";
        await export.Execute(Response.Body, new Uri($"{Request.Scheme}://{Request.Host}{Request.Path}{Request.QueryString}"), from, cancellation);
    }
}
