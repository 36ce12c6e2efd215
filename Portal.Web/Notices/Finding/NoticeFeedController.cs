using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Finding;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Finding;

/// <summary>GET /notices.atom: the hundred newest notices of a search (RFC 4287).</summary>
[AllowAnonymous]
[Route("/notices.atom")]
public sealed class NoticeFeedController(PortalDb db, NoticeSettings settings, TimeProvider clock) : PageController
{
    private const int Most = 100;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] NoticeQuery asked, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Notice> found = await db.FindNotices(asked.Search, now).Take(Most).ToListAsync(cancel);
        Dictionary<OrganisationId, string> buyers = await BuyerNames.Of(db, found, cancel);
        string site = $"{Request.Scheme}://{Request.Host}";
        XElement feed = new(
            Atom + "feed",
            new XElement(Atom + "title", "Notices for children’s social care"),
            new XElement(Atom + "id", $"{site}/notices.atom{asked.Tail}"),
            Link("self", $"{site}/notices.atom{asked.Tail}", "application/atom+xml"),
            Link("alternate", $"{site}/notices{asked.Tail}", "text/html"),
            new XElement(Atom + "updated", Instant(found.Count == 0 ? now : found[0].PublishedAt)),
            Author(settings.Publisher),
            found.Select(notice => Entry(notice, buyers.GetValueOrDefault(notice.Buyer, ""), site)));
        return File(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed), "application/atom+xml; charset=utf-8");
    }

    private static XElement Entry(Notice notice, string buyer, string site)
    {
        NoticeWords words = NoticeWords.Of(notice.Kind);
        string address = $"{site}/tenders/{Uri.EscapeDataString(notice.TenderRef)}/notices/{Uri.EscapeDataString(notice.ReleaseId)}";
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "title", Clean($"{words.Number} {words.Title}: {notice.Title}")),
            new XElement(Atom + "id", address),
            Link("alternate", address, "text/html"),
            new XElement(Atom + "published", Instant(notice.PublishedAt)),
            new XElement(Atom + "updated", Instant(notice.PublishedAt)),
            Author(buyer),
            new XElement(Atom + "summary", Clean($"{notice.TenderRef}, {buyer}")));
    }

    private static XElement Link(string rel, string href, string type) => new(Atom + "link", new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("href", href));

    private static XElement Author(string name) => new(Atom + "author", new XElement(Atom + "name", Clean(name)));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // XML cannot carry control characters, not even escaped.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
