using System.Text.Json.Nodes;
using Portal.Domain.Awards;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

/// <summary>The value of an award: the awarded prices times the assumed quantities, or plainly an estimate.</summary>
[Rule("A10-06")]
public sealed class AwardedWorthTests
{
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);
    private readonly Organisation winner = Organisation.Register("P-100", "Brightpath Homes", OrganisationKind.Provider);

    [Fact]
    public void Awarded_prices_times_assumed_quantities_are_the_value()
    {
        Tender tender = Published(1_040m, 500m);
        JsonNode award = Release(tender)["awards"]![0]!;
        Assert.Equal(1_040m * 5_200.50m + 500m * 31.25m, (decimal)award["value"]!["amount"]!);
        Assert.Contains("awarded prices", (string)award["description"]!, StringComparison.Ordinal);
        Assert.Equal((decimal)award["value"]!["amount"]!, (decimal)Release(tender)["contracts"]![0]!["value"]!["amount"]!);
    }

    [Fact]
    public void Where_a_quantity_is_missing_or_a_framework_is_set_up_the_value_is_called_an_estimate()
    {
        JsonNode open = Release(Published(1_040m, null))["awards"]![0]!;
        Assert.Equal((20_000_000m, true), ((decimal)open["value"]!["amount"]!, ((string)open["description"]!).Contains("estimated", StringComparison.Ordinal)));
        Tender framework = Published(1_040m, 500m, tender => tender.SetUpFramework(new FrameworkTerms { Ref = "WM-2027", StartsOn = new DateOnly(2027, 4, 1), EndsOn = new DateOnly(2031, 3, 31), SelectionProcess = "The best match.", PriceMechanism = "The schedule price.", WhoMayUse = "The authorities." }));
        Assert.Empty(AwardedWorth.Of(framework, framework.Lots[0], [Won]));
    }

    [Fact]
    public void A_quantity_of_nothing_is_refused() =>
        Assert.Equal("ASSUMED_QUANTITY", Assert.Throws<RuleBroken>(() => Published(0m, 1m)).Reasons[0].Code);

    private AwardedBid Won => new("1", Id.New<SubmissionId>(), winner.Id, winner.Name, "", 1) { Prices = new Dictionary<string, decimal> { ["core"] = 5_200.50m, ["therapyHour"] = 31.25m } };

    private Tender Published(decimal? weeks, decimal? hours, Action<Tender>? also = null)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(buyer.Id));
        tender.ChangeLot("1", "prices", lot => lot.PriceBy(
            [
                .. lot.PriceLines.Select(l => l with { Assumed = weeks }),
                new PriceLine { Code = "therapyHour", Title = "Therapy", Unit = "hour", Required = false, Assumed = hours },
            ],
            lot.PriceMethod));
        also?.Invoke(tender);
        tender.Publish(ATender.Now);
        return tender;
    }

    private JsonObject Release(Tender tender)
    {
        Lot lot = tender.Lots[0];
        AwardedLot awarded = new(lot.Number, [winner.Id], [], ATender.Closes.AddDays(10), ATender.Closes.AddDays(11), 1, null) { Worth = AwardedWorth.Of(tender, lot, [Won]) };
        NoticeFacts facts = new(Settings, tender, NoticeKind.ContractAward, new NoticeAddress("ocds-test00-wm", "wm-2026-0001-002"), ATender.Closes.AddDays(12), [NoticeKind.Tender], [awarded], new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer, [winner.Id] = winner });
        JsonObject release = OcdsJson.Tree(OcdsJson.Write(NoticeRelease.Of(facts)));
        Assert.Empty(ProfileCheck.Of(release));
        return release;
    }
}
