using System.Net;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Evaluation;

/// <summary>The designer's bench and the worked example, through their doors.</summary>
public sealed class TryMethodDoorTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Try(string reference) => $"/tenders/{reference}/draft/lots/1/try";

    private static string Example(string reference) => $"/tenders/{reference}/lots/1/worked-example";

    [Fact]
    public async Task A_drafted_method_is_tried_with_the_example_and_with_bids_of_ones_own()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        using HttpClient browser = await app.SignedInAs(commissioner);
        string page = PostForms.Words(await browser.Page(Try(reference)));
        Assert.Contains("Score against price", page, StringComparison.Ordinal);
        Assert.Contains("Example B", page, StringComparison.Ordinal);

        // 40 × 4/5 + 20 × 2/5 + 40 × 4,000/5,000 = 72; 40 × 2/5 + 20 × 5/5 + 40 = 76.
        string own = PostForms.Words(await browser.Page(Try(reference) + "?Form.Bids[0].Name=Dear&Form.Bids[0].Scores[0]=4&Form.Bids[0].Scores[1]=2&Form.Bids[0].Price=5000&Form.Bids[1].Name=Cheap&Form.Bids[1].Scores[0]=2&Form.Bids[1].Scores[1]=5&Form.Bids[1].Price=4,000"));
        Assert.Contains("72.00", own, StringComparison.Ordinal);
        Assert.Contains("76.00", own, StringComparison.Ordinal);
        Assert.DoesNotContain("tender.tried", string.Join(' ', await app.Log(reference)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Bids[0].Name=Nil&Form.Bids[0].Scores[0]=4&Form.Bids[0].Scores[1]=2&Form.Bids[0].Price=0", "C2-13")]
    [InlineData("Form.Bids[0].Name=Off&Form.Bids[0].Scores[0]=4.5&Form.Bids[0].Scores[1]=2&Form.Bids[0].Price=10", "C2-06")]
    [InlineData("Form.Bids[0].Name=Short&Form.Bids[0].Scores[0]=4&Form.Bids[0].Price=10", "give a score for Q2")]
    [InlineData("Form.Bids[0].Name=Under&Form.Bids[0].Scores[0]=4&Form.Bids[0].Scores[1]=2&Form.Bids[0].Price=-5", "not below zero")]
    [InlineData("Form.Bids[0].Name=Free&Form.Bids[0].Scores[0]=4&Form.Bids[0].Scores[1]=2", "has no price")]
    public async Task Bids_that_have_no_result_are_told_why_and_kept_on_the_page(string query, string why)
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        using HttpClient browser = await app.SignedInAs(commissioner);
        using HttpResponseMessage answer = await browser.GetAsync(new Uri($"{Try(reference)}?{query}", UriKind.Relative), Stop);
        string html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains(query.Split('&')[0].Split('=')[1], html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_buyers_commissioner_tries_a_draft_and_the_public_reads_the_example_once_published()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        using HttpClient evaluator = await app.SignedInAs(Role.Evaluator);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(new Uri(Try(reference), UriKind.Relative), Stop)).StatusCode);
        using HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(Try(reference), UriKind.Relative), Stop)).StatusCode);
        using HttpClient anybody = app.Public();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(Example(reference), UriKind.Relative), Stop)).StatusCode);
        using HttpClient browser = await app.SignedInAs(commissioner);
        Assert.Contains("40 × 4 ÷ 5", PostForms.Words(await browser.Page(Example(reference))), StringComparison.Ordinal);

        (_, string published) = await app.PublishedTender();
        Assert.Contains("40 × £4,500 ÷ £5,750", PostForms.Words(await anybody.Page(Example(published))), StringComparison.Ordinal);
        Assert.Contains(Example(published), await anybody.Page($"/tenders/{published}"), StringComparison.Ordinal);
    }
}
