using System.Text.Json.Nodes;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

/// <summary>The notices of a dynamic market, UK13 to UK16: their order, their releases, their days and their pages (A8-13, s.39).</summary>
public sealed class MarketNoticeTests
{
    private static readonly NoticeKind[] Life = [NoticeKind.MarketIntention, NoticeKind.MarketEstablishment, NoticeKind.MarketModification, NoticeKind.MarketCessation];
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);

    public static FrameworkTerms Market => new()
    {
        Ref = "WM-SHORT",
        StartsOn = new DateOnly(2027, 4, 1),
        EndsOn = new DateOnly(2031, 3, 31),
        SelectionProcess = "Members of the part are invited to compete.",
        PriceMechanism = "The price of the best offer.",
        WhoMayUse = "The authorities of the co-operative.",
        DynamicMarket = true,
    };

    [Fact]
    [Rule("A8-13")]
    public void A_market_is_announced_established_changed_and_ended_in_that_order()
    {
        Assert.Equal(["MARKET_NOT_ESTABLISHED"], Blocks(NoticeKind.MarketModification, NoticeKind.MarketIntention));
        Assert.Equal(["NO_INTENTION_NOTICE"], Blocks(NoticeKind.MarketEstablishment));
        Assert.Equal(["MARKET_ESTABLISHED"], Blocks(NoticeKind.MarketIntention, Life[..2]));
        Assert.Equal(["MARKET_ENDED"], Blocks(NoticeKind.MarketModification, [Life[0], Life[1], Life[3]]));
        for (int at = 0; at < Life.Length; at++)
        {
            Assert.Empty(Blocks(Life[at], Life[..at]));
        }

        Assert.Contains("NO_MARKET", NoticeOrder.WhatBlocks(Facts(ATender.Ready(ATender.Commissioner(buyer.Id)), NoticeKind.MarketIntention)).Select(r => r.Code));
    }

    [Fact]
    [Rule("A8-13")]
    public void A_dynamic_market_has_no_cap_and_is_no_open_framework()
    {
        Tender tender = Tendered();
        Assert.DoesNotContain(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "MARKET_CAPPED");
        tender.SetUpFramework(Market with { MostSuppliers = 20 });
        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "MARKET_CAPPED");
        tender.SetUpFramework(Market with { OpenFramework = true });
        Assert.Contains(tender.WhatBlocksPublication(ATender.Now), r => r.Code == "MARKET_CAPPED");
    }

    [Theory]
    [Rule("A8-13")]
    [InlineData(Regime.Full)]
    [InlineData(Regime.LightTouch)]
    public void A_dynamic_market_is_published_under_either_regime_and_may_run_longer_than_a_framework(Regime regime)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(buyer.Id));
        tender.Describe(ATender.Basics with { Regime = regime });
        tender.SetUpFramework(Market with { EndsOn = new DateOnly(2037, 3, 31) });

        Assert.DoesNotContain(tender.WhatBlocksPublication(ATender.Now), r => r.Field?.StartsWith("Framework", StringComparison.Ordinal) == true);
        tender.SetUpFramework(Market with { DynamicMarket = false });
        Assert.Equal(regime == Regime.Full, tender.WhatBlocksPublication(ATender.Now).Any(r => r.Code == "JOINING_NEEDS_LIGHT_TOUCH"));
    }

    [Fact]
    public async Task Its_releases_pass_ajv_and_the_closed_checks_and_merge_to_a_market_that_has_ended()
    {
        Tender tender = Tendered();
        string[] releases = [.. Life.Select((kind, at) => OcdsJson.Write(NoticeRelease.Of(Facts(tender, kind, Life[..at]) with
        {
            Address = new NoticeAddress("ocds-test00-wm-2026-0001", $"wm-2026-0001-{at + 1:000}"),
            At = ATender.Now.AddDays(at),
            Said = AnsweredNotice.Whole(kind, buyer.Id),
        })))];
        byte[] package = OcdsPackage.Releases(Settings, new Uri("https://portal.example/ocds"), ATender.Now, releases, null);
        byte[] record = OcdsPackage.Record(Settings, new Uri("https://portal.example/ocds"), ATender.Now, "ocds-test00-wm-2026-0001", releases);

        Assert.All(await AjvCheck.Faults([package, record], TestContext.Current.CancellationToken), Assert.Empty);
        JsonObject[] trees = [.. releases.Select(OcdsJson.Tree)];
        Assert.All(trees, tree => Assert.Empty(ProfileCheck.Of(tree)));
        JsonObject compiled = CompiledRelease.Of(trees);
        Assert.Equal(("complete", "terminated"), (compiled["tender"]!["status"]!.GetValue<string>(), compiled["tender"]!["techniques"]!["dynamicPurchasingSystem"]!["status"]!.GetValue<string>()));
        Assert.Equal("Two more beds.", compiled["awards"]![0]!["amendments"]![0]!["description"]!.GetValue<string>());
    }

    [Fact]
    public void The_calendar_says_when_each_is_due_and_what_was_missed()
    {
        Tender tender = Tendered();
        DutyLine[] Of(DateOnly today, params PublicNotice[] known) => [.. DutyCalendar.Of(new DutyFacts(tender, known, [], null, today)).Where(l => Life.Contains(l.Kind))];

        Assert.Equal([(NoticeKind.MarketIntention, DutyState.Later), (NoticeKind.MarketEstablishment, DutyState.Later), (NoticeKind.MarketCessation, DutyState.Later)], Of(new DateOnly(2026, 11, 23)).Select(l => (l.Kind, l.State)));
        Assert.Equal([DutyState.Overdue, DutyState.DueSoon, DutyState.Later], Of(new DateOnly(2027, 4, 1)).Select(l => l.State));
        Assert.Equal(DutyState.Done, Of(new DateOnly(2027, 4, 1), new PublicNotice(NoticeKind.MarketIntention, new DateOnly(2027, 3, 1), "x", null))[0].State);
    }

    [Fact]
    public async Task A_commissioner_prepares_and_publishes_the_intention_and_others_may_not()
    {
        await using PortalApp app = new();
        (Actor commissioner, string reference) = await app.ReadyTender();
        await app.Do((Domain.Tenders.Drafting.SetUpFramework set) => set.Execute(commissioner, reference, Market, CancellationToken.None));
        using HttpClient browser = await app.SignedInAs(commissioner);
        string page = $"/tenders/{reference}/notices/prepare/market-intention";
        Assert.Contains("Dynamic market intention notice", await browser.Page($"/tenders/{reference}/notices/duties"), StringComparison.Ordinal);
        using HttpResponseMessage kept = await browser.PostForm(page, AnsweredNotice.Typed(NoticeKind.MarketIntention, buyer.Id));
        Assert.True((int)kept.StatusCode == 302, PostForms.Words(await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Notice notice = await app.Do((PublishNotice publish) => publish.Execute(commissioner, reference, NoticeKind.MarketIntention));
        Assert.Contains("Short breaks of every kind.", PostForms.Words(await app.Public().GetStringAsync($"/tenders/{reference}/notices/{notice.ReleaseId}", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using HttpClient evaluator = await app.SignedInAs(Role.Evaluator);
        Assert.Equal(403, (int)(await evaluator.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private string[] Blocks(NoticeKind kind, params NoticeKind[] earlier) => [.. NoticeOrder.WhatBlocks(Facts(Tendered(), kind, earlier)).Select(r => r.Code)];

    private Tender Tendered()
    {
        Tender tender = ATender.Ready(ATender.Commissioner(buyer.Id));
        tender.SetUpFramework(Market);
        return tender;
    }

    private NoticeFacts Facts(Tender tender, NoticeKind kind, params NoticeKind[] earlier) => new(
        Settings, tender, kind, new NoticeAddress("ocds-test00-x", "x-001"), ATender.Now, earlier, [], new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer });
}
