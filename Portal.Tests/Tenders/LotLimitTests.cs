using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>The limit on what one supplier is awarded: drafted, published, frozen.</summary>
public sealed class LotLimitTests : IClassFixture<PortalApp>
{
    private readonly PortalApp app;
    private readonly Actor commissioner = ATender.Commissioner(Id.New<OrganisationId>());

    public LotLimitTests(PortalApp app) => this.app = app;

    private static LotLimit Limit => new() { Most = 1, Order = ["2", "1", "3"] };

    private Tender Draft(params string[] lots) => ATender.Ready(commissioner, "WM-2026-0001", lots);

    private static string Code(Tender tender, LotLimit limit) => Assert.Single(Assert.Throws<RuleBroken>(() => tender.LimitLots(limit)).Reasons).Code;

    [Fact]
    public void A_limit_says_how_many_and_by_which_mechanism_in_words_that_can_be_published()
    {
        Assert.Equal("One supplier is awarded at most 1 lot. Lots are awarded in the order 2, 1, 3: in each, tenders come in the order of the ranking, and a supplier that has reached the limit is passed over. A lot for which only suppliers at their limit remain is not awarded.", Limit.InWords);
        Assert.StartsWith("One supplier is awarded at most 12 homes over all lots.", (Limit with { Most = 12, Counts = LimitCounts.Homes }).InWords, StringComparison.Ordinal);
        Assert.Contains("the highest sum of total scores", (Limit with { Mechanism = LotMechanism.BestTotal }).InWords, StringComparison.Ordinal);
        Assert.EndsWith("as if there were no limit.", (Limit with { LiftedWhereNoneRemains = true }).InWords, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_is_part_of_what_the_methodology_hash_freezes()
    {
        Tender tender = Draft("1", "2", "3");
        string none = Methodology.Sha256(tender);
        Assert.DoesNotContain("lotLimit", Methodology.Canonical(tender), StringComparison.Ordinal);
        tender.LimitLots(Limit);
        string limited = Methodology.Sha256(tender);
        Assert.NotEqual(none, limited);
        Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(Methodology.Canonical(tender))!["lotLimit"]!["order"]);
        tender.LimitLots(Limit with { Order = ["1", "2", "3"] });
        Assert.NotEqual(limited, Methodology.Sha256(tender));
        tender.LimitLots(null);
        Assert.Equal(none, Methodology.Sha256(tender));
        tender.Publish(ATender.Now);
        Assert.Equal("NOT_DRAFTING", Code(tender, Limit));
    }

    [Fact]
    public void A_limit_that_limits_nothing_or_cannot_be_applied_is_refused()
    {
        Assert.Equal("LIMIT_MOST", Code(Draft("1", "2", "3"), Limit with { Most = 3 }));
        Assert.Equal("LIMIT_MOST", Code(Draft("1", "2", "3"), Limit with { Most = 0 }));
        Assert.Equal("LIMIT_ORDER", Code(Draft("1", "2", "3"), Limit with { Order = ["1", "2"] }));
        Assert.Equal("LIMIT_ORDER", Code(Draft("1", "2", "3"), Limit with { Order = ["1", "2", "2"] }));
        Assert.Equal("LIMIT_TOTALS", Code(Draft("1", "2", "3"), Limit with { Mechanism = LotMechanism.BestTotal, Counts = LimitCounts.Homes }));
        Tender ratio = Draft("1", "2", "3");
        ratio.ChangeLot("2", "prices", l => l.PriceBy(l.PriceLines, l.PriceMethod with { Method = "pricePerQualityPoint" }));
        Assert.Equal("LIMIT_TOTALS", Code(ratio, Limit with { Mechanism = LotMechanism.BestTotal }));
        Tender whole = Draft("1", "2", "3");
        Assert.All(whole.Lots, l => whole.ChangeLot(l.Number, "basics", lot => lot.Describe(ATender.ALot with { PerHome = false })));
        Assert.Equal("LIMIT_HOMES", Code(whole, Limit with { Counts = LimitCounts.Homes }));
    }

    [Fact]
    public void A_lot_added_later_has_to_be_given_its_place_before_publication()
    {
        Tender tender = Draft("1", "2", "3");
        tender.LimitLots(Limit);
        tender.AddLot(ATender.ALot, "4");
        tender.ChangeLot("4", "criteria", ATender.Fill);
        Finding found = Assert.Single(tender.Findings(ATender.Now), f => f.Section == TenderSection.LotLimit);
        Assert.Equal(("LIMIT_ORDER", "A4-13"), (found.Reason.Code, found.Reason.Rule));
        Assert.Contains(Assert.Throws<RuleBroken>(() => tender.Publish(ATender.Now)).Reasons, r => r.Code == "LIMIT_ORDER");
    }

    [Fact]
    public async Task A_commissioner_sets_the_limit_and_the_public_reads_it_on_the_notice()
    {
        (Actor owner, string reference) = await app.ReadyTender("1", "2", "3");
        using HttpClient browser = await app.SignedInAs(owner);
        string page = $"/tenders/{reference}/draft/lot-limit";
        Assert.Contains("value=\"1, 2, 3\"", await browser.Page(page), StringComparison.Ordinal);
        (string, string)[] typed = [("Form.IsLimited", "true"), ("Form.Most", "2"), ("Form.Counts", "Lots"), ("Form.Mechanism", "OrderOfLots"), ("Form.LiftedWhereNoneRemains", "true")];
        using HttpResponseMessage saved = await browser.PostForm(page, [.. typed, ("Form.Order", "3, 1, 2")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["3", "1", "2"], (await app.Tender(reference)).LotLimit!.Order);
        Assert.Contains("tender.lotLimitSet", await app.Log(reference));

        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(owner, reference, CancellationToken.None));
        using HttpClient anybody = app.CreateClient();
        Assert.Contains("One supplier is awarded at most 2 lots. Lots are awarded in the order 3, 1, 2", PostForms.Words(await anybody.Page($"/tenders/{reference}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_what_is_wrong()
    {
        (Actor owner, string reference) = await app.ReadyTender("1", "2");
        using HttpClient browser = await app.SignedInAs(owner);
        string page = $"/tenders/{reference}/draft/lot-limit";
        using HttpResponseMessage order = await browser.PostForm(page, ("Form.IsLimited", "true"), ("Form.Most", "1"), ("Form.Counts", "Lots"), ("Form.Mechanism", "OrderOfLots"), ("Form.Order", "1, 7"));
        Assert.Equal(HttpStatusCode.Conflict, order.StatusCode);
        string said = await order.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Name every lot of the tender once", PostForms.Words(said), StringComparison.Ordinal);
        Assert.Contains("value=\"1, 7\"", said, StringComparison.Ordinal);
        using HttpResponseMessage many = await browser.PostForm(page, ("Form.IsLimited", "true"), ("Form.Most", "a few"), ("Form.Order", "1, 2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        Assert.Null((await app.Tender(reference)).LotLimit);
    }

    [Fact]
    public async Task Others_neither_see_nor_set_it()
    {
        (_, string reference) = await app.ReadyTender("1", "2");
        string page = $"/tenders/{reference}/draft/lot-limit";
        using HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        using HttpClient elsewhere = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }
}
