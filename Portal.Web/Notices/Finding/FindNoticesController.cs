using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Finding;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Finding;

/// <summary>Every published notice for everybody: search, filter, newest first.</summary>
[AllowAnonymous]
[Route("/notices")]
public sealed class FindNoticesController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] NoticeQuery asked, string? after, CancellationToken cancel)
    {
        IQueryable<Notice> found = db.FindNotices(asked.Search, clock.GetUtcNow());
        found = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out long row) ? found.Where(n => n.Row < row) : found;
        List<Notice> rows = await found.Take(PageOf.Size + 1).ToListAsync(cancel);
        PageOf<Notice> page = PageOf.From(rows, n => n.Row.ToString(CultureInfo.InvariantCulture));
        Dictionary<OrganisationId, string> buyers = await BuyerNames.Of(db, page.Items, cancel);
        return View(new FindNoticesPage(asked, [.. page.Items.Select(n => FoundNotice.Of(n, buyers))], page.Next, KnownActor is not null));
    }
}

/// <summary>The names of the notices' buyers.</summary>
internal static class BuyerNames
{
    public static async Task<Dictionary<OrganisationId, string>> Of(PortalDb db, IEnumerable<Notice> notices, CancellationToken cancel)
    {
        OrganisationId[] ids = [.. notices.Select(n => n.Buyer).Distinct()];
        return await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }
}

/// <summary>The page.</summary>
public sealed record FindNoticesPage(NoticeQuery Asked, IReadOnlyList<FoundNotice> Notices, string? Next, bool SignedIn)
{
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<NoticeKind>().Select(k => new Choice(NoticeWords.Of(k).Code, $"{NoticeWords.Of(k).Number} {NoticeWords.Of(k).Title}"))];

    public static IReadOnlyList<Choice> Statuses { get; } =
        [new("planned", "Planned"), new("open", "Open for bids"), new("closed", "Closed, being assessed"), new("awarded", "Awarded"), new("cancelled", "Ended without award")];

    public static IReadOnlyList<Choice> Regions { get; } = [.. EnglishRegion.Names.Select(region => new Choice(region.Key, region.Value))];
}

/// <summary>One notice of the list.</summary>
public sealed record FoundNotice(string Href, string Title, NoticeWords Words, string TenderRef, string Buyer, DateTimeOffset PublishedAt, long? Pounds)
{
    public static FoundNotice Of(Notice notice, Dictionary<OrganisationId, string> buyers) =>
        new($"/tenders/{notice.TenderRef}/notices/{notice.ReleaseId}", notice.Title, NoticeWords.Of(notice.Kind), notice.TenderRef, buyers.GetValueOrDefault(notice.Buyer, ""), notice.PublishedAt, notice.SearchPounds);
}
