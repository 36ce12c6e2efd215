using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Bids.Api;

/// <summary>Published tenders for a provider's bid tool, in order of reference, page by page.</summary>
[Authorize(ScopePolicy.Bids)]
[Route("api/v1/tenders")]
public sealed class ListTendersController(PortalDb db) : PortalApi
{
    private const int PageSize = 50;

    /// <summary>A tender in the list.</summary>
    public sealed record Item(string Ref, string Title, string Status, DateTimeOffset? ClosesAt, IReadOnlyList<string> Lots);

    /// <summary>One page; <c>next</c> is the cursor of the following one.</summary>
    public sealed record ListPage(IReadOnlyList<Item> Items, string? Next);

    [HttpGet]
    public async Task<ListPage> List(string? status, string? cursor, CancellationToken cancel)
    {
        IQueryable<Tender> tenders = db.Tenders.AsNoTracking().Where(t => t.PublishedAt != null);
        if (!string.IsNullOrEmpty(status))
        {
            InputErrors errors = new();
            TenderStage stage = errors.Word("status", status, Words.Of<TenderStage>());
            errors.ThrowIfAny();
            tenders = tenders.Where(t => t.Stage == stage);
        }

        if (!string.IsNullOrEmpty(cursor))
        {
            tenders = tenders.Where(t => t.Ref.CompareTo(cursor) > 0);
        }

        var rows = await tenders.OrderBy(t => t.Ref).Take(PageSize + 1)
            .Select(t => new { t.Ref, t.Title, t.Stage, t.ClosesAt, Lots = t.Lots.Select(l => l.Number).ToList() }).ToListAsync(cancel);
        return new ListPage(
            [.. rows.Take(PageSize).Select(t => new Item(t.Ref, t.Title, Words.Of(t.Stage), t.ClosesAt, [.. t.Lots.Order(StringComparer.Ordinal)]))],
            rows.Count > PageSize ? rows[PageSize - 1].Ref : null);
    }
}
