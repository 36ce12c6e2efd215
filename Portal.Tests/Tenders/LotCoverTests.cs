using System.Net;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>A tender's lot says from the draft on whom it is for: optional, shown to the public, frozen at publication. What the framework's lot takes over is tested where the contract is signed.</summary>
public sealed class LotCoverTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly LotCover Cover = new(8, 15, ["trauma", "trauma"], "  Within 20 miles  ", Judgement.Good);
    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());

    [Fact]
    public void Ages_that_cannot_be_are_refused_and_saying_nothing_is_saying_nothing()
    {
        Tender tender = ATender.Ready(By);

        Assert.Equal(["AGE_BAND"], Refused(() => Describe(tender, Cover with { AgeFrom = 16 })));
        Assert.Equal(["AGE_BAND"], Refused(() => Describe(tender, Cover with { AgeTo = 26 })));
        Assert.Equal(["AREA_LONG"], Refused(() => Describe(tender, Cover with { Geography = new string('x', 401) })));
        Describe(tender, new LotCover(null, null, [], " ", Judgement.Good));
        Assert.Null(tender.Lots[0].Cover);
        Describe(tender, Cover);
        Assert.Equal(("trauma", "Within 20 miles"), (string.Join(' ', tender.Lots[0].Cover!.Needs), tender.Lots[0].Cover!.Geography));
    }

    [Fact]
    public void It_is_frozen_with_the_rest_and_a_lot_that_says_nothing_leaves_the_frozen_text_as_it_was()
    {
        Tender tender = ATender.Ready(By);
        string before = Methodology.Canonical(tender);
        Assert.DoesNotContain("covers", before, StringComparison.Ordinal);

        Describe(tender, Cover);
        string after = Methodology.Canonical(tender);
        Assert.StartsWith(before[..^1], after, StringComparison.Ordinal);
        Assert.Contains("Within 20 miles", after, StringComparison.Ordinal);
        tender.Publish(ATender.Now);

        Assert.NotEmpty(Refused(() => Describe(tender, Cover with { AgeTo = 17 })));
        Assert.Equal(15, tender.Lots[0].Cover!.AgeTo);
    }

    [Fact]
    public void How_prices_may_rise_is_frozen_too_and_a_framework_without_a_rule_leaves_the_frozen_text_as_it_was()
    {
        Tender tender = ATender.Ready(By);
        string bare = Methodology.Canonical(tender);
        tender.SetUpFramework(Notices.MarketNoticeTests.Market);
        Assert.Equal(bare, Methodology.Canonical(tender));

        tender.SetUpFramework(tender.Framework! with { Uplift = new UpliftTerms("Consumer Prices Index", 4m, null, 50, 14, "The framework terms.") });
        string ruled = Methodology.Canonical(tender);
        Assert.StartsWith(bare[..^1], ruled, StringComparison.Ordinal);
        Assert.Equal(4m, System.Text.Json.Nodes.JsonNode.Parse(ruled)!["uplift"]!["capPercent"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task It_is_entered_on_the_lots_page_and_read_by_the_public()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);
        string page = $"/tenders/{reference}/draft/lots/1/basics";

        HttpResponseMessage wrong = await browser.PostForm(page, [.. Fields("16", "15")]);
        HttpResponseMessage right = await browser.PostForm(page, [.. Fields("8", "15")]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (wrong.StatusCode, right.StatusCode));
        Assert.Contains("Within 20 miles of the boundary", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("value=\"8\"", await browser.Page(page), StringComparison.Ordinal);
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(commissioner, reference, CancellationToken.None));
        string shown = PostForms.Words(await app.Public().Page($"/tenders/{reference}"));
        Assert.Contains("For whom Ages 8 to 15; Trauma and attachment; Within 20 miles of the boundary", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_enters_nothing()
    {
        (Actor _, string reference) = await app.ReadyTender();
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/{reference}/draft/lots/1/basics", UriKind.Relative))).StatusCode);
    }

    private static (string, string)[] Fields(string from, string to) =>
    [
        ("Form.Title", "Residential"), ("Form.ServiceType", "residential"), ("Form.PerHome", "true"), ("Form.NetValue", "20000000"), ("Form.GrossValue", "20000000"),
        ("Form.StartsOn.Day", "1"), ("Form.StartsOn.Month", "4"), ("Form.StartsOn.Year", "2027"), ("Form.EndsOn.Day", "31"), ("Form.EndsOn.Month", "3"), ("Form.EndsOn.Year", "2031"),
        ("Form.AgeFrom", from), ("Form.AgeTo", to), ("Form.Needs", "trauma"), ("Form.Geography", "Within 20 miles of the boundary"), ("Form.MinimumJudgement", "Good"),
    ];

    private static void Describe(Tender tender, LotCover cover) => tender.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with { Cover = cover }));

    private static IEnumerable<string> Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons.Select(r => r.Code);
}
