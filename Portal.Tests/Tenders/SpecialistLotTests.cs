using System.Net;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Tenders;

/// <summary>Specialist lots: an itemised open-book package scored by a published absolute rule, never a contest of unit prices (C2-15).</summary>
[Rule("C2-15")]
public sealed class SpecialistLotTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly PriceMethodChoice Package = new()
    {
        Method = "ceilingFloor",
        Ceiling = new Money(14_000m),
        Floor = new Money(7_000m),
        RejectAboveCeiling = true,
        OpenBook = true,
        TieLadder = ["higherQualityTotal", "refer"],
    };

    private static Tender Draft(PriceMethodChoice method, IReadOnlyList<PriceLine>? lines = null)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()));
        tender.ChangeLot("1", "prices", l => l.PriceBy(lines ?? OpenBookPackage.UsualItems, method));
        return tender;
    }

    private static string[] Codes(Tender tender) => [.. tender.Findings(ATender.Now).Select(f => f.Reason.Code).Where(c => c.StartsWith("SPECIALIST", StringComparison.Ordinal))];

    [Fact]
    public void A_package_between_a_ceiling_and_a_floor_can_be_published_and_its_sum_is_assessed()
    {
        Tender tender = Draft(Package);
        Assert.Empty(Codes(tender));
        tender.Publish(ATender.Now);
        Lot lot = tender.LotNumbered("1");
        Dictionary<string, decimal> items = lot.PriceLines.ToDictionary(l => l.Code, l => l.Code == "margin" ? 0m : 700m);
        Assert.Equal(new Money(9_100m), PublishedMethod.AssessedPrice(lot, items));
        // 40 × (14,000 − 9,100) ÷ 7,000 = 28, whatever others ask.
        LotOutcome alone = LotEvaluation.Evaluate(PublishedMethod.Of(lot), [new LotBid("A", [4m, 4m], new Money(9_100m))]);
        LotOutcome beside = LotEvaluation.Evaluate(PublishedMethod.Of(lot), [new LotBid("A", [4m, 4m], new Money(9_100m)), new LotBid("B", [4m, 4m], new Money(7_500m))]);
        Assert.Equal([28, 28], new[] { alone, beside }.Select(o => o.Ranking.Single(r => r.Bid == "A").Parts["P"]));
        Assert.Equal(new Money(9_100m), AwardedTerms.Of(lot, items).Core);
    }

    [Theory]
    [InlineData("lowestPrice")]
    [InlineData("linear")]
    [InlineData("differential")]
    [InlineData("mean")]
    [InlineData("pricePerQualityPoint")]
    public void A_specialist_lot_is_never_scored_against_the_other_bids(string method) =>
        Assert.Contains("SPECIALIST_CONTEST", Codes(Draft(Package with { Method = method })));

    [Fact]
    public void No_unit_price_decides_no_item_is_left_out_and_no_tie_goes_to_the_cheaper()
    {
        Assert.Equal(["SPECIALIST_UNIT_PRICE"], Codes(Draft(Package with { AssessedLine = "careStaff" })));
        Assert.Equal(["SPECIALIST_ITEMS"], Codes(Draft(Package, [.. OpenBookPackage.UsualItems.Take(2)])));
        Assert.Equal(["SPECIALIST_ITEMS"], Codes(Draft(Package, [.. OpenBookPackage.UsualItems.Select(l => l.Code == "therapy" ? l with { Unit = "hour" } : l)])));
        Assert.Equal(["SPECIALIST_TIE"], Codes(Draft(Package with { TieLadder = ["lowerPrice", "refer"] })));
    }

    [Fact]
    public void A_lot_that_is_not_specialist_keeps_the_hash_it_had() =>
        Assert.DoesNotContain("openBook", Methodology.Canonical(ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()))), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task A_commissioner_marks_the_lot_and_gets_the_usual_items_which_the_public_then_reads()
    {
        (Actor owner, string reference) = await app.ReadyTender("1");
        using HttpClient browser = await app.SignedInAs(owner);
        string page = $"/tenders/{reference}/draft/lots/1/prices";
        using HttpResponseMessage saved = await browser.PostForm(page, ("Form.OpenBook", "true"), ("Form.Method", "benchmark"), ("Form.Benchmark", "9000"), ("Form.NilPriceRule", "refuse"), ("Form.TiesOn", "rounded"), ("Form.TieLadder", "higherQualityTotal"), ("Form.TieLadder", "refer"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(OpenBookPackage.UsualItems.Count, (await app.Tender(reference)).LotNumbered("1").PriceLines.Count);
        Assert.Contains("Care staff", WebUtility.HtmlDecode(await browser.Page(page)), StringComparison.Ordinal);
        await app.Do((Domain.Tenders.Publishing.PublishTender publish) => publish.Execute(owner, reference, CancellationToken.None));
        using HttpClient anybody = app.CreateClient();
        Assert.Contains("of the whole itemised open-book package and no unit price in it (specialist lot)", PostForms.Words(await anybody.Page($"/tenders/{reference}/lots/1")), StringComparison.Ordinal);
    }
}
