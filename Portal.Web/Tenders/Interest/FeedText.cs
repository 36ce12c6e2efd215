using System.Xml;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>Writes the feed.</summary>
internal static class FeedText
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static async Task Write(XmlWriter xml, IReadOnlyList<Tender> tenders, Dictionary<OrganisationId, string> names, FeedAwards awards, string site, DateTimeOffset now)
    {
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await Text(xml, "title", "Tenders for children’s social care");
        await Text(xml, "id", site + "/tenders.atom");
        await Link(xml, "self", site + "/tenders.atom", "application/atom+xml");
        await Link(xml, "alternate", site + "/tenders", "text/html");
        await Text(xml, "updated", Instant(tenders.Count == 0 ? now : tenders.Max(t => Changed(t, awards))));
        await Author(xml, "Care Tenders");
        foreach (Tender tender in tenders)
        {
            await Entry(xml, tender, names.GetValueOrDefault(tender.Buyer, "A buyer"), awards, site);
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task Entry(XmlWriter xml, Tender tender, string buyer, FeedAwards awards, string site)
    {
        await xml.WriteStartElementAsync(null, "entry", Atom);
        await Text(xml, "title", tender.Title);
        await Text(xml, "id", $"urn:uuid:{tender.Id.Value}");
        await Link(xml, "alternate", site + TenderLinks.Page(tender.Ref), "text/html");
        await Text(xml, "published", Instant(tender.PublishedAt!.Value));
        await Text(xml, "updated", Instant(Changed(tender, awards)));
        await Author(xml, buyer);
        string until = tender.Cancelled is { } ended ? $"Ended without award on {Domain.Law.LondonTime.ForPeople(ended.At)}. " : tender.ClosesAt is { } closes ? $"Tenders until {Domain.Law.LondonTime.ForPeople(closes)}. " : "";
        string standstills = string.Concat(awards.Standstills[tender.Id].Select(s => $"{s.InWords} until the end of {Domain.Law.LondonTime.Day(s.LastDay)}. "));
        await Text(xml, "summary", $"{tender.Ref}, {buyer}. {until}{standstills}{tender.Description}");
        await xml.WriteEndElementAsync();
    }

    private static DateTimeOffset Changed(Tender tender, FeedAwards awards) =>
        new[] { tender.PublishedAt, tender.Amendments.LastOrDefault()?.At, tender.Cancelled?.At, awards.Announced.TryGetValue(tender.Id, out DateTimeOffset announced) ? announced : null, awards.Standstills[tender.Id].Max(s => (DateTimeOffset?)s.Since) }.Max() ?? tender.DraftedAt;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static Task Text(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Atom, string.Concat(text.Where((c, at) => XmlConvert.IsXmlChar(c) || IsPair(text, at))));

    private static bool IsPair(string text, int at) =>
        (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static async Task Author(XmlWriter xml, string name)
    {
        await xml.WriteStartElementAsync(null, "author", Atom);
        await Text(xml, "name", name);
        await xml.WriteEndElementAsync();
    }

    private static async Task Link(XmlWriter xml, string rel, string href, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, rel);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, href);
        await xml.WriteEndElementAsync();
    }
}
