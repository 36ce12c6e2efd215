using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.FromNotice;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

public sealed class StartTenderTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commissioner_starts_a_blank_tender()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);

        HttpResponseMessage answer = await browser.PostForm("/tenders/start", ("Form.Way", "Blank"), ("Form.Title", "Homes for siblings"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        string words = PostForms.Words(await browser.Page(answer.Headers.Location!.ToString()));
        Assert.Contains("Homes for siblings", words, StringComparison.Ordinal);
        Assert.Contains("Cannot start yet", words, StringComparison.Ordinal);
        string reference = answer.Headers.Location.ToString().Split('/')[2];
        Assert.Matches("^WM-2026-[0-9]{4}$", reference);
        Assert.Equal(["tender.drafted"], await app.Log(reference));
    }

    [Fact]
    public async Task A_tender_without_a_title_is_refused_and_nothing_is_started()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);
        int before = await app.WithDb(db => db.Tenders.CountAsync(Stop));

        HttpResponseMessage answer = await browser.PostForm("/tenders/start", ("Form.Way", "Blank"), ("Form.Title", " "));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Enter a title", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(before, await app.WithDb(db => db.Tenders.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(Role.ProviderBidder)]
    [InlineData(Role.Evaluator)]
    public async Task Others_may_not_start_tenders(Role role)
    {
        HttpClient browser = await app.SignedInAs(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostForm("/tenders", "/tenders/start", [("Form.Way", "Blank"), ("Form.Title", "X")])).StatusCode);
    }

    [Theory]
    [MemberData(nameof(FromNoticeTests.Published), MemberType = typeof(FromNoticeTests))]
    public async Task Every_real_notice_becomes_a_draft_with_the_list_of_what_was_not_carried(string file)
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);

        HttpResponseMessage answer = await Upload(browser, await File.ReadAllBytesAsync(FromNoticeTests.PathOf(file), Stop), file);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        string page = answer.Headers.Location!.ToString();
        string reference = page.Split('/')[2];
        string words = PostForms.Words(await browser.Page(page));
        Assert.Contains("Not carried", words, StringComparison.Ordinal);
        KeptNotice kept = await app.WithDb(async db =>
        {
            Tender tender = await db.Tenders.SingleAsync(t => t.Ref == reference, Stop);
            return await db.KeptNotices.SingleAsync(n => n.Tender == tender.Id, Stop);
        });
        Assert.All(kept.Draft.NotCarried, left => Assert.Contains(PostForms.Words(System.Net.WebUtility.HtmlEncode(left.Path)), words, StringComparison.Ordinal));
        Assert.Equal(await File.ReadAllBytesAsync(FromNoticeTests.PathOf(file), Stop), kept.Unpack());
        Tender draft = await app.Tender(reference);
        Assert.Equal(kept.Draft.Title, draft.Title);
        Assert.Equal(kept.Draft.MainCpv!.Code, draft.Cpv);
        Assert.Equal(kept.Draft.Lots.Count, draft.Lots.Count);
        Assert.Equal(kept.Draft.Dates.TenderDeadline?.At, draft.ClosesAt);
        Assert.Contains(PostForms.Words(draft.Title), PostForms.Words(await browser.Page($"/tenders/{reference}/draft")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_notice_becomes_a_draft()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);
        string notice = await File.ReadAllTextAsync(FromNoticeTests.PathOf("fts_032703-2026_UK4_below-threshold.json"), Stop);

        HttpResponseMessage answer = await browser.PostForm("/tenders/start", ("Form.Way", "Notice"), ("Form.Pasted", notice));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Tender draft = await app.Tender(answer.Headers.Location!.ToString().Split('/')[2]);
        Assert.Equal([30m, 50m, 20m], draft.Lots[0].Criteria.Select(c => c.Weight));
        Assert.Equal(["Q1", "Q2", "P"], draft.Lots[0].Criteria.Select(c => c.Code));
        Assert.Equal(Domain.Law.Regime.BelowThreshold, draft.Regime);
        await browser.PostForm($"/tenders/{draft.Ref}/draft/dates", ("Form.ClosesAt.Day", "8"), ("Form.ClosesAt.Month", "5"), ("Form.ClosesAt.Year", "2026"), ("Form.ClosesAt.Time", "23:59"), ("Form.Standstill", "true"));
        Assert.Equal(new DateTimeOffset(2026, 5, 8, 22, 59, 59, TimeSpan.Zero), (await app.Tender(draft.Ref)).ClosesAt);
    }

    [Fact]
    public async Task A_file_that_is_no_notice_is_refused_and_leaves_nothing()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);
        int before = await app.WithDb(db => db.Tenders.CountAsync(Stop));

        HttpResponseMessage html = await Upload(browser, Encoding.UTF8.GetBytes("<html>Notice</html>"), "notice.html");
        HttpResponseMessage large = await Upload(browser, new byte[11 * 1024 * 1024], "bulk.json");
        HttpResponseMessage none = await browser.PostForm("/tenders/start", ("Form.Way", "Notice"));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], new[] { html, large, none }.Select(a => a.StatusCode));
        Assert.Contains("not JSON", await html.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("larger than 10 MB", await large.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Choose the notice", await none.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(before, await app.WithDb(db => db.Tenders.CountAsync(Stop)));
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient browser, byte[] file, string name)
    {
        string token = await browser.Token("/tenders/start");
        using MultipartFormDataContent content = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Notice"), "Form.Way" },
            { new ByteArrayContent(file), "Form.Notice", name },
        };
        return await browser.PostAsync(new Uri("/tenders/start", UriKind.Relative), content, Stop);
    }
}
