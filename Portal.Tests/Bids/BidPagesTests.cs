using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

public sealed class BidPagesTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task A_provider_writes_submits_and_gets_a_receipt_through_the_pages()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");

        Assert.Contains("NOT SUBMITTED", await provider.Page(Page), StringComparison.Ordinal);
        HttpResponseMessage saved = await provider.PostForm(Page, Complete(""));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        string check = await provider.Page(Page + "/submit");
        Assert.Contains("NOT SUBMITTED", check, StringComparison.Ordinal);
        HttpResponseMessage submitted = await provider.PostForm(Page + "/submit", ("key", "k1"));
        Assert.Equal(Page + "/receipt", submitted.Headers.Location!.OriginalString);
        HttpResponseMessage twice = await provider.PostForm(Page + "/submit", ("key", "k1"));

        Assert.Equal(Page + "/receipt", twice.Headers.Location!.OriginalString);
        string receipt = PostForms.Words(await provider.Page(Page + "/receipt"));
        Assert.Contains("SUBMITTED at Monday 23 November 2026", receipt, StringComparison.Ordinal);
        Assert.StartsWith("c2sp.org/tlog-proof@v1\n", await provider.GetStringAsync(new Uri(Page + "/receipt.tlog-proof", UriKind.Relative), BidScene.Token), StringComparison.Ordinal);
        Assert.Contains("SUBMITTED", await provider.Page($"/tenders/{BidScene.Ref}/bids"), StringComparison.Ordinal);
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_links_to_the_fields()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");
        await provider.PostForm(Page, ("Form.Answers[Q1]", "Warm care"));

        string page = await provider.Page(Page);
        HttpResponseMessage refused = await provider.PostForm(Page + "/submit", ("key", "k1"));

        Assert.Contains("href=\"#answers.Q2\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"answers.Q2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#answers.Q1\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task A_price_that_is_no_price_is_told_at_its_field_and_the_rest_is_saved()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");

        HttpResponseMessage answer = await provider.PostForm(Page, ("Form.Act", "submit"), ("Form.Answers[Q1]", "Warm care"), ("Form.Prices[core]", "1100 per week"));

        string html = await answer.Content.ReadAsStringAsync(BidScene.Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("1100 per week", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#prices.core\"", html, StringComparison.Ordinal);
        Assert.Contains("Warm care", await provider.Page(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm(Page, Complete(Tag(html)))).StatusCode);
    }

    [Fact]
    public async Task Autosave_keeps_what_it_can_read_and_names_what_it_cannot()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");
        provider.DefaultRequestHeaders.Add("X-Autosave", "1");

        HttpResponseMessage answer = await provider.PostForm(Page, ("Form.Answers[Q1]", "Warm care"), ("Form.Prices[core]", "1100 per week"));

        using JsonDocument told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(BidScene.Token));
        Assert.Equal("Form.Prices[core]", told.RootElement.GetProperty("faults")[0].GetProperty("field").GetString());
        string page = await provider.Page(Page);
        Assert.Equal(Tag(page), told.RootElement.GetProperty("etag").GetString());
        Assert.Contains("Warm care", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_colleagues_is_shown_both_versions()
    {
        await using BidScene scene = await BidScene.Make();
        OrganisationId provider = await scene.App.Organisation("P-100", OrganisationKind.Provider);
        HttpClient first = await scene.App.SignedInAs(await scene.App.Someone(provider, Role.ProviderBidder));
        HttpClient second = await scene.App.SignedInAs(await scene.App.Someone(provider, Role.ProviderBidder));
        await first.PostForm(Page, ("Form.Answers[Q1]", "The answer of the first"));

        HttpResponseMessage stale = await second.PostForm(Page, ("Form.Answers[Q1]", "The answer of the second"));
        string shown = await stale.Content.ReadAsStringAsync(BidScene.Token);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("The answer of the first", shown, StringComparison.Ordinal);
        Assert.Contains("The answer of the second", shown, StringComparison.Ordinal);
        Assert.Contains("The answer of the first", await first.Page(Page), StringComparison.Ordinal);
        Assert.Contains("Where they differ", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(Page, ("Form.ETag", Tag(shown)), ("Form.Answers[Q1]", "The answer of the second"))).StatusCode);
        Assert.Contains("The answer of the second", await first.Page(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_a_home_are_added_without_script()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");
        const string Homes = $"/tenders/{BidScene.Ref}/bids/1";
        await provider.PostForm(Homes, ("Form.Act", "addHome"), ("Form.AddHome", "1234567"));
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(await provider.Token(Homes)), "__RequestVerificationToken");
        form.Add(new StringContent(Tag(await provider.Page(Homes))), "Form.ETag");
        form.Add(new StringContent("1234567"), "Form.Homes[0].Urn");
        form.Add(new StringContent("£6,100.50"), "Form.Homes[0].Prices[core]");
        using ByteArrayContent file = new([.. "%PDF-1.7 cover"u8]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "file:1234567/insurance", "Insurance 2026.pdf");

        HttpResponseMessage saved = await provider.PostAsync(new Uri(Homes, UriKind.Relative), form, BidScene.Token);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        string page = await provider.Page(Homes);
        Assert.Contains("Insurance 2026.pdf", page, StringComparison.Ordinal);
        Assert.Contains("6100.50", page, StringComparison.Ordinal);
        Assert.Contains("1234567", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_bid_is_told_so_and_kept_in_the_late_box()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");
        await provider.PostForm(Page, Complete(""));
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));

        HttpResponseMessage submitted = await provider.PostForm(Page + "/submit", ("key", "k1"));

        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        Assert.Contains("LATE: your bid came after the deadline", await provider.Page(Page + "/receipt"), StringComparison.Ordinal);
        Assert.Contains("LATE", await provider.Page($"/tenders/{BidScene.Ref}/bids"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_providers_bid_and_only_for_published_tenders()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        HttpClient provider = await Provider(scene, "P-100");

        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.GetAsync(new Uri(Page, UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync(new Uri("/tenders/WM-NONE/bids/1", UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync(new Uri($"/tenders/{BidScene.Ref}/bids/9", UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync(new Uri(Page + "/receipt", UriKind.Relative), BidScene.Token)).StatusCode);
    }

    [Fact]
    public async Task Two_openers_open_through_the_pages_and_prices_stay_hidden()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await Provider(scene, "P-100");
        await provider.PostForm(Page, Complete(""));
        await provider.PostForm(Page + "/submit", ("key", "k1"));
        HttpClient first = await scene.App.SignedInAs(scene.Openers[0]);
        HttpClient second = await scene.App.SignedInAs(scene.Openers[1]);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        const string Opening = $"/tenders/{BidScene.Ref}/opening";
        Assert.Contains("not before", await first.Page(Opening), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await first.PostForm(Opening, ("Passphrase", "x"))).StatusCode);
        Assert.DoesNotContain("Bidder A", await commissioner.Page($"/tenders/{BidScene.Ref}/opened-bids"), StringComparison.Ordinal);

        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        await first.PostForm(Opening);
        await first.PostForm(Opening);
        Assert.Equal(0, await scene.App.WithDb(db => db.OpenedBids.CountAsync(BidScene.Token)));
        await second.PostForm(Opening);

        string record = PostForms.Words(await second.Page(Opening));
        Assert.Contains("Record of the opening", record, StringComparison.Ordinal);
        Assert.Contains("Lot 2 1 bid opened", record, StringComparison.Ordinal);
        string list = await commissioner.Page($"/tenders/{BidScene.Ref}/opened-bids");
        Guid submission = await scene.App.WithDb(db => db.OpenedBids.Select(b => b.Id).SingleAsync(BidScene.Token)) is var id ? id.Value : default;
        Assert.Contains("Bidder A", list, StringComparison.Ordinal);
        string bid = PostForms.Words(await commissioner.Page(string.Create(CultureInfo.InvariantCulture, $"/tenders/{BidScene.Ref}/opened-bids/{submission}")));
        Assert.Contains("Warm care", bid, StringComparison.Ordinal);
        Assert.DoesNotContain("6,100", bid, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri($"/tenders/{BidScene.Ref}/opened-bids/{submission}", UriKind.Relative), BidScene.Token)).StatusCode);
    }

    [Fact]
    public async Task An_opener_sets_up_a_key_and_tests_it()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient opener = await scene.App.SignedInAs(scene.Openers[0]);
        HttpResponseMessage made = await opener.PostForm("/openings", "/openings/key", []);
        string page = await made.Content.ReadAsStringAsync(BidScene.Token);
        string passphrase = System.Text.RegularExpressions.Regex.Match(page, "portal-passphrase\">([^<]+)<").Groups[1].Value;

        Assert.Equal(24, passphrase.Length);
        Assert.DoesNotContain(passphrase, await opener.Page("/openings"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await opener.PostForm("/openings", "/openings/key/test", [("passphrase", passphrase.ToUpperInvariant())])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await opener.PostForm("/openings", "/openings/key/test", [("passphrase", "not mine")])).StatusCode);
    }

    private static async Task<HttpClient> Provider(BidScene scene, string code) =>
        await scene.App.SignedInAs(await scene.App.Someone(await scene.App.Organisation(code, OrganisationKind.Provider), Role.ProviderBidder));

    private static (string Name, string Value)[] Complete(string etag) =>
        [("Form.ETag", etag), ("Form.Answers[Q1]", "Warm care"), ("Form.Answers[Q2]", "Trained staff"), ("Form.Prices[core]", "6100"), ("Form.Declarations", "D1")];

    private static string Tag(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"Form.ETag\" value=\"([^\"]*)\"").Groups[1].Value;
}
