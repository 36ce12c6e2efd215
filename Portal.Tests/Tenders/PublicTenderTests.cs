using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Tests.Furniture;
using Portal.Web.Tenders.Interest;

namespace Portal.Tests.Tenders;

public sealed class PublicTenderTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_sees_lots_criteria_documents_with_hashes_and_the_timetable()
    {
        (_, string reference) = await app.PublishedTender("1", "2");

        string words = PostForms.Words(await app.Public().Page($"/tenders/{reference}"));

        Assert.Contains("Lot 2: Homes for up to four children", words, StringComparison.Ordinal);
        Assert.Contains("Care and outcomes 40% 0 to 5, at least 2", words, StringComparison.Ordinal);
        Assert.Contains("Specification.txt", words, StringComparison.Ordinal);
        Assert.Contains((await app.Tender(reference)).Documents[0].Sha256, words, StringComparison.Ordinal);
        Assert.Contains("Tenders close Monday 11 January 2027, 12 noon (London time)", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Amend the tender", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_by_words_and_status_and_pages_by_keyset()
    {
        await using PortalApp own = new();
        List<string> references = [];
        for (int i = 0; i < 3; i++)
        {
            references.Add((await own.PublishedTender()).Ref);
        }

        (_, string draft) = await own.ReadyTender();
        string found = PostForms.Words(await own.Public().Page("/tenders?q=residential"));

        Assert.All(references, r => Assert.Contains(r, found, StringComparison.Ordinal));
        Assert.DoesNotContain(draft, found, StringComparison.Ordinal);
        Assert.Contains("No tenders match", PostForms.Words(await own.Public().Page("/tenders?q=100%25")), StringComparison.Ordinal);
        Assert.Contains("No tenders match", PostForms.Words(await own.Public().Page("/tenders?status=awarded")), StringComparison.Ordinal);
        List<Tender> second = await own.WithDb(async db =>
        {
            List<Tender> first = await db.PublishedTenders(new TenderQuestion(), null, PortalApp.Start).Take(2).ToListAsync(Stop);
            return await db.PublishedTenders(new TenderQuestion(), TenderSearch.CursorAfter(first[^1]), PortalApp.Start).ToListAsync(Stop);
        });
        Assert.Equal([references[2]], second.Select(t => t.Ref));
    }

    [Fact]
    public async Task A_tender_past_its_deadline_is_no_longer_open_for_the_public()
    {
        await using PortalApp own = new();
        (_, string reference) = await own.PublishedTender();
        own.Clock.MoveTo(ATender.Closes.AddSeconds(1));

        Assert.DoesNotContain(reference, await own.Public().Page("/tenders"), StringComparison.Ordinal);
        Assert.Contains(reference, await own.Public().Page("/tenders?status=closed"), StringComparison.Ordinal);
        Assert.DoesNotContain("Start a bid", await own.Public().Page($"/tenders/{reference}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_document_and_all_as_a_zip_come_with_their_hashes()
    {
        (_, string reference) = await app.PublishedTender();
        TenderDocument document = (await app.Tender(reference)).Documents[0];

        byte[] one = await app.Public().GetByteArrayAsync(new Uri($"/tenders/{reference}/documents/{document.Id.Value}", UriKind.Relative), Stop);
        byte[] all = await app.Public().GetByteArrayAsync(new Uri($"/tenders/{reference}/documents.zip", UriKind.Relative), Stop);

        Assert.Equal(TenderDoors.SpecificationText, Encoding.UTF8.GetString(one));
        await using ZipArchive zip = new(new MemoryStream(all));
        Assert.Equal(["Specification.txt", "SHA256SUMS.txt"], zip.Entries.Select(e => e.FullName));
        using StreamReader sums = new(await zip.Entries[1].OpenAsync(Stop));
        Assert.Equal($"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(one))}  Specification.txt\n", await sums.ReadToEndAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Public().GetAsync(new Uri($"/tenders/{reference}/documents/{Guid.NewGuid()}", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_signed_in_download_is_logged_and_makes_a_watcher()
    {
        (_, string reference) = await app.PublishedTender();
        Actor provider = await app.Someone(await app.Organisation("P-200", OrganisationKind.Provider), Role.ProviderBidder);
        HttpClient browser = await app.SignedInAs(provider);

        await browser.GetByteArrayAsync(new Uri($"/tenders/{reference}/documents.zip", UriKind.Relative), Stop);

        Assert.Equal(["tender.watched", "tender.documentDownloaded"], (await app.Log(reference)).TakeLast(2));
    }

    [Fact]
    public async Task A_buyer_who_downloads_only_reads()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);
        string[] before = [.. await app.Log(reference)];

        await browser.GetByteArrayAsync(new Uri($"/tenders/{reference}/documents.zip", UriKind.Relative), Stop);

        Assert.Equal(before, await app.Log(reference));
    }

    [Fact]
    public async Task A_reference_is_found_as_people_write_it()
    {
        (_, string reference) = await app.PublishedTender();

        using HttpResponseMessage small = await app.Public().GetAsync(new Uri($"/tenders/{reference.ToLowerInvariant()}", UriKind.Relative), Stop);
        using HttpResponseMessage spaced = await app.Public().GetAsync(new Uri($"/search?q={Uri.EscapeDataString(reference.Replace('-', ' ').ToLowerInvariant())}", UriKind.Relative), Stop);

        Assert.Equal($"/tenders/{reference}", small.Headers.Location?.ToString());
        Assert.Equal($"/tenders/{reference}", spaced.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Watchers_are_told_once_of_a_change_and_of_the_end()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        Actor provider = await app.Someone(await app.Organisation("P-201", OrganisationKind.Provider), Role.ProviderBidder);
        HttpClient browser = await app.SignedInAs(provider);
        await browser.PostForm($"/tenders/{reference}", $"/tenders/{reference}/watch", []);
        await browser.PostForm($"/tenders/{reference}", $"/tenders/{reference}/watch", []);

        HttpClient buyer = await app.SignedInAs(commissioner);
        HttpResponseMessage amended = await buyer.PostForm($"/tenders/{reference}/amend", ("Form.What", "A week more"), ("Form.Why", "Many questions"), ("Form.MoreTime", "true"), ("Form.ExtensionConsidered", "Yes, a week more for everybody"), ("Form.ClosesAt.Day", "18"), ("Form.ClosesAt.Month", "1"), ("Form.ClosesAt.Year", "2027"), ("Form.ClosesAt.Time", "12:00"));
        await buyer.PostForm($"/tenders/{reference}/cancel", ("Form.Reason", "The need has gone"));

        Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);
        List<string> subjects = await app.WithDb(db => db.Messages.Where(m => m.Person == provider.Person).OrderBy(m => m.SentAt).ThenBy(m => m.Id).Select(m => m.Subject).ToListAsync(Stop));
        Assert.Equal([$"Tender {reference} has changed", $"Tender {reference} has ended without award"], subjects.Order(StringComparer.Ordinal));
        Assert.Equal(["tender.amended", "tender.cancelled"], (await app.Log(reference)).Where(a => a is "tender.amended" or "tender.cancelled"));
        Assert.Contains("ended without award", PostForms.Words(await app.Public().Page($"/tenders/{reference}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_declines_with_a_reason_that_only_the_buyer_reads()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await provider.PostForm($"/tenders/{reference}/decline", ("Form.Reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm($"/tenders/{reference}/decline", ("Form.Reason", "The ceiling is below our cost"))).StatusCode);
        Assert.Contains("The ceiling is below our cost", PostForms.Words(await (await app.SignedInAs(commissioner)).Page($"/tenders/{reference}/declined")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri($"/tenders/{reference}/declined", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAs(commissioner)).GetAsync(new Uri($"/tenders/{reference}/decline", UriKind.Relative), Stop)).StatusCode);
        Assert.DoesNotContain("below our cost", await app.Public().Page($"/tenders/{reference}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_questions_show_everything_a_bid_needs()
    {
        (_, string reference) = await app.PublishedTender();

        string words = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions/blank"));

        Assert.Contains("Q1. How will children be cared for?", words, StringComparison.Ordinal);
        Assert.Contains("at most 1000 words", words, StringComparison.Ordinal);
        Assert.Contains("at most £9,000.00", words, StringComparison.Ordinal);
        Assert.Contains("The prices include every cost", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_keeps_to_rfc_5545()
    {
        (_, string reference) = await app.PublishedTender();

        HttpResponseMessage answer = await app.Public().GetAsync(new Uri($"/tenders/{reference}/dates.ics", UriKind.Relative), Stop);
        string calendar = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("\n", calendar.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        string unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("DTSTART:20270111T120000Z\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270208\r\n", unfolded, StringComparison.Ordinal);
        Assert.Equal(Count(unfolded, "BEGIN:VEVENT"), Count(unfolded, "\r\nUID:"));
        Assert.Equal(5, Count(unfolded, "END:VEVENT"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", unfolded, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_and_odd_titles_are_escaped_and_folded_by_octets()
    {
        Tender tender = ATender.Published(ATender.Commissioner(Id.New<OrganisationId>()));
        string before = CalendarText.Of(tender, "https://example.org/", []);
        Tender odd = Tender.Draft("WM-2026-0007", "Tŷ; homes, for “children” \\ " + new string('é', 120), Id.New<OrganisationId>(), Id.New<PersonId>(), ATender.Now);
        odd.Schedule(ATender.Dates);

        string calendar = CalendarText.Of(odd, "https://example.org/", []);

        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Contains("Tŷ\\; homes\\, for “children” \\\\ ", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(before, calendar);
    }

    [Fact]
    public async Task The_feed_is_valid_atom_with_the_newest_first()
    {
        (_, string reference) = await app.PublishedTender();

        HttpResponseMessage answer = await app.Public().GetAsync(new Uri("/tenders.atom", UriKind.Relative), Stop);
        XDocument feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Atom + "feed", feed.Root!.Name);
        Assert.All(new[] { "id", "title", "updated", "author" }, name => Assert.Single(feed.Root.Elements(Atom + name)));
        XElement entry = feed.Root.Elements(Atom + "entry").Single(e => e.Element(Atom + "summary")!.Value.Contains(reference, StringComparison.Ordinal));
        Assert.All(new[] { "id", "title", "updated", "link", "author", "summary" }, name => Assert.Single(entry.Elements(Atom + name)));
        Assert.StartsWith("urn:uuid:", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_lists_open_tenders_and_tells_what_a_bid_needs()
    {
        (_, string reference) = await app.PublishedTender("1", "2");
        HttpClient tool = await Tool("bids");

        using JsonDocument list = JsonDocument.Parse(await tool.GetStringAsync(new Uri("/api/v1/tenders?status=open", UriKind.Relative), Stop));
        using JsonDocument one = JsonDocument.Parse(await tool.GetStringAsync(new Uri($"/api/v1/tenders/{reference}", UriKind.Relative), Stop));

        JsonElement item = list.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("ref").GetString() == reference);
        Assert.Equal(("open", "2027-01-11T12:00:00Z"), (item.GetProperty("status").GetString(), item.GetProperty("closesAt").GetString()));
        Assert.Equal(["1", "2"], item.GetProperty("lots").EnumerateArray().Select(l => l.GetString()));
        JsonElement lot = one.RootElement.GetProperty("lots")[0];
        Assert.Equal("1", lot.GetProperty("lot").GetString());
        Assert.True(lot.GetProperty("perHome").GetBoolean());
        Assert.Equal(("Q1", "text", 1000), (lot.GetProperty("questions")[0].GetProperty("id").GetString(), lot.GetProperty("questions")[0].GetProperty("kind").GetString(), lot.GetProperty("questions")[0].GetProperty("maxWords").GetInt32()));
        Assert.Equal("9000.00", lot.GetProperty("priceLines")[0].GetProperty("ceiling").GetString());
        Assert.Equal(JsonValueKind.Number, lot.GetProperty("documents")[0].GetProperty("maxBytes").ValueKind);
        Assert.Equal("D1", lot.GetProperty("declarations")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/v1/tenders?status=soon", 422)]
    [InlineData("/api/v1/tenders?cursor=nonsense", 422)]
    [InlineData("/api/v1/tenders/WM-1999-0001", 404)]
    public async Task The_api_refuses_what_it_cannot_answer(string url, int status) =>
        Assert.Equal(status, (int)(await (await Tool("bids")).GetAsync(new Uri(url, UriKind.Relative), Stop)).StatusCode);

    [Fact]
    public async Task The_api_needs_a_token_with_the_scope_bids_and_hides_drafts()
    {
        (_, string draft) = await app.ReadyTender();

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Public().GetAsync(new Uri("/api/v1/tenders", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Tool("bids")).GetAsync(new Uri($"/api/v1/tenders/{draft}", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_deadline_passes_and_the_workflow_closes_the_tender_once()
    {
        await using PortalApp own = new();
        (_, string reference) = await own.PublishedTender();
        TenderId id = (await own.Tender(reference)).Id;

        await Assert.ThrowsAsync<RuleBroken>(() => own.Do((CloseTender close) => close.Execute(id, Stop)));
        own.Clock.MoveTo(ATender.Closes.AddTicks(1));
        await own.Do((CloseTender close) => close.Execute(id, Stop));
        await own.Do((CloseTender close) => close.Execute(id, Stop));

        Assert.Single(await own.Log(reference), a => a == "tender.closed");
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private async Task<HttpClient> Tool(string scope)
    {
        await app.Organisation("P-300", OrganisationKind.Provider);
        string name = $"tool-{Guid.NewGuid():N}";
        string secret = await app.Do((CreateClient create) => create.Execute(Actor.Portal, name, "P-300", [scope], Stop));
        HttpClient client = app.Public();
        using FormUrlEncodedContent asked = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = name, ["client_secret"] = secret, ["scope"] = scope });
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), asked, Stop);
        using JsonDocument token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        return client;
    }
}
