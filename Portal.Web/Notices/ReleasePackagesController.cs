using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Web.Api;

namespace Portal.Web.Notices;

/// <summary>GET /ocds/release-packages: every notice in the order of publication, by keyset pages (B1-01, B2-03).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("ocds/release-packages")]
public sealed class ReleasePackagesController(PortalDb db, NoticeSettings settings, TimeProvider clock) : PortalApi
{
    private const int Most = 100;

    /// <param name="since">Only what was published at or after this instant, or day in London.</param>
    /// <param name="limit">1 to 100 releases; 100 when left out.</param>
    /// <param name="cursor">From <c>links.next</c>.</param>
    [HttpGet]
    [Produces("application/json")]
    public async Task<IActionResult> List(string? since, string? limit, string? cursor, CancellationToken cancellation)
    {
        InputErrors input = new();
        DateTimeOffset? from = Since(since, input);
        int count = string.IsNullOrEmpty(limit) ? Most : input.WholeNumber("limit", limit, 1, Most);
        long after = Cursor(cursor, input);
        input.ThrowIfAny();

        IQueryable<Notice> wanted = db.Notices.AsNoTracking().Where(n => n.Row > after);
        wanted = from is { } earliest ? wanted.Where(n => n.PublishedAt >= earliest) : wanted;
        var rows = await wanted.OrderBy(n => n.Row).Take(count + 1).Select(n => new { n.Row, n.PublishedAt, n.ReleaseJson }).ToListAsync(cancellation);
        var page = rows.Take(count).ToList();
        DateTimeOffset publishedAt = page.Count > 0 ? page.Max(row => row.PublishedAt) : clock.GetUtcNow();
        Uri? next = rows.Count > count ? Next(since, count, page[^1].Row) : null;
        return File(OcdsPackage.Releases(settings, Self(), publishedAt, page.Select(row => row.ReleaseJson), next), "application/json");
    }

    private static DateTimeOffset? Since(string? since, InputErrors input)
    {
        if (string.IsNullOrEmpty(since))
        {
            return null;
        }

        return DateText.Date(since) is { } day ? LondonTime.StartOfDay(day) : input.Instant("since", since);
    }

    private static long Cursor(string? cursor, InputErrors input)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        if (long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long row))
        {
            return row;
        }

        input.Add("cursor", "Use the cursor of links.next as it is.");
        return 0;
    }

    private Uri Next(string? since, int count, long after) => new(
        $"{Request.Scheme}://{Request.Host}/ocds/release-packages?limit={count.ToString(CultureInfo.InvariantCulture)}&cursor={after.ToString(CultureInfo.InvariantCulture)}"
        + (string.IsNullOrEmpty(since) ? "" : "&since=" + Uri.EscapeDataString(since)));

    private Uri Self() => new($"{Request.Scheme}://{Request.Host}{Request.Path}{Request.QueryString}");
}
