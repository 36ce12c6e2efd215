using System.Text.Json.Nodes;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;
using Uplift = Portal.Domain.Frameworks.UpliftTerms;

namespace Portal.Tests.Notices;

public class ReleaseTests
{
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);
    private readonly Organisation winner = Organisation.Register("P-100", "Brightpath Homes", OrganisationKind.Provider, companyNumber: "01234567", address: new PostalAddress("1 Invented Lane\nThe Annexe", "Exampleford", "ZZ1 1AA"));
    private readonly Organisation loser = Organisation.Register("P-200", "Harbour Homes", OrganisationKind.Provider);
    private readonly Tender tender;

    public ReleaseTests() => tender = ATender.Published(ATender.Commissioner(buyer.Id), lots: ["1", "2"]);

    public static TheoryData<NoticeKind> Kinds => [.. Enum.GetValues<NoticeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_notice_is_valid_by_the_OCDS_schema_and_by_the_UK_profile(NoticeKind kind)
    {
        JsonObject release = Made(kind);

        Assert.Empty(JsonSchema.Embedded("release-schema.json").Faults(release));
        // Fields that rules B1-13 and B1-21 and the extensions declared in B1-19 name and that the merged schema, older than they are, does not list.
        string[] newer = [".milestones", ".suitability", ".performanceFailures"];
        Assert.DoesNotContain(JsonSchema.Embedded("uk-merged-release-schema.json").Faults(release, known: true), fault => !newer.Any(field => fault.EndsWith(field + " is no field of the schema", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_check_finds_what_is_wrong()
    {
        JsonObject release = Made(NoticeKind.Tender);
        release.Remove("ocid");
        release["tender"]!["value"]!["amount"] = "40000000";
        release["tag"] = new JsonArray("tenderly");
        release["date"] = "yesterday";

        Assert.Equal(4, JsonSchema.Embedded("release-schema.json").Faults(release).Count);
    }

    [Fact]
    public void A_tender_notice_says_what_regulations_18_to_20_ask()
    {
        JsonNode made = Made(NoticeKind.Tender)["tender"]!;

        Assert.Equal("""["lightTouch"]""", made["specialRegime"]!.ToJsonString());
        Assert.Equal("2027-01-11T12:00:00+00:00", made["tenderPeriod"]!["endDate"]!.GetValue<string>());
        Assert.Equal(["Care and outcomes 40", "Staff 20", "Price 40"], made["lots"]![0]!["awardCriteria"]!["criteria"]!.AsArray().Select(c => $"{c!["name"]} {c["numbers"]![0]!["number"]}"));
        Assert.Equal("2027-04-01T00:00:00+01:00", made["lots"]![0]!["contractPeriod"]!["startDate"]!.GetValue<string>());
        Assert.Contains(made["documents"]!.AsArray(), document => document!["documentType"]!.GetValue<string>() == "conflictOfInterest");
        Assert.Contains(made["documents"]!.AsArray(), document => document!["noticeType"]?.GetValue<string>() == "UK4");
        Assert.True(made["aboveThreshold"]!.GetValue<bool>());
        Assert.Equal((true, true), (made["lots"]![0]!["suitability"]!["sme"]!.GetValue<bool>(), made["lots"]![0]!["suitability"]!["vcse"]!.GetValue<bool>()));
        Assert.Equal("85311300 Welfare services for children and young people", $"{made["classification"]!["id"]} {made["classification"]!["description"]}");
    }

    [Fact]
    public void A_tender_notice_states_the_limit_on_lots_and_its_mechanism()
    {
        Assert.Null(Made(NoticeKind.Tender)["tender"]!["lotDetails"]);
        Tender limited = ATender.Ready(ATender.Commissioner(buyer.Id), lots: ["1", "2"]);
        limited.LimitLots(new LotLimit { Most = 1, Order = ["2", "1"] });
        limited.Publish(ATender.Now);
        JsonObject release = Made(NoticeKind.Tender, limited);

        JsonNode details = release["tender"]!["lotDetails"]!;
        Assert.Equal(1, details["maximumLotsAwardedPerSupplier"]!.GetValue<int>());
        Assert.Equal(limited.LotLimit!.InWords, details["awardCriteriaDetails"]!.GetValue<string>());
        Assert.Empty(JsonSchema.Embedded("release-schema.json").Faults(release));
        Assert.DoesNotContain(JsonSchema.Embedded("uk-merged-release-schema.json").Faults(release, known: true), fault => fault.Contains("lotDetails", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tender_notice_says_how_prices_may_rise_how_suppliers_join_and_whom_each_lot_is_for()
    {
        Uplift rule = new("Consumer Prices Index", 4m, null, Uplift.UsualQuorum, Uplift.UsualVoteDays, "The framework terms.");
        Tender stated = ATender.Ready(ATender.Commissioner(buyer.Id), lots: ["1", "2"]);
        stated.SetUpFramework(MarketNoticeTests.Market with { DynamicMarket = false, Uplift = rule, LongerTermReason = "Homes take years to build." });
        stated.ChangeLot("1", "basics", lot => lot.Describe(ATender.ALot with { Cover = new(8, 15, ["trauma"], "Within 20 miles", Judgement.Good) }));
        stated.Publish(ATender.Now);
        JsonObject release = Made(NoticeKind.Tender, stated);

        Assert.Equal("Homes take years to build.", release["tender"]!["techniques"]!["frameworkAgreement"]!["periodRationale"]!.GetValue<string>());
        string words = release["tender"]!["techniques"]!["frameworkAgreement"]!["description"]!.GetValue<string>();
        Assert.Contains($"How prices may rise: {rule.InWords}", words, StringComparison.Ordinal);
        Assert.Contains("by the framework’s own rules", words, StringComparison.Ordinal);
        Assert.Contains("For: Ages 8 to 15; Trauma and attachment; Within 20 miles. Homes join from the judgement Good", release["tender"]!["lots"]![0]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("For:", release["tender"]!["lots"]![1]!["description"]?.GetValue<string>() ?? "", StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Embedded("release-schema.json").Faults(release));
    }

    [Theory]
    [InlineData(true, false, "at its re-openings")]
    [InlineData(false, true, "Nobody joins after the award")]
    public void A_tender_notice_of_an_open_and_of_a_closed_framework_says_so(bool open, bool closed, string said)
    {
        Tender stated = ATender.Ready(ATender.Commissioner(buyer.Id));
        stated.SetUpFramework(MarketNoticeTests.Market with { DynamicMarket = false, OpenFramework = open, ClosedFramework = closed });
        stated.Publish(ATender.Now);

        Assert.Contains(said, Made(NoticeKind.Tender, stated)["tender"]!["techniques"]!["frameworkAgreement"]!["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_are_JSON_numbers_with_the_exact_digits() =>
        Assert.Equal("""{"amount":40000000.00,"amountGross":40000000.00,"currency":"GBP"}""".Replace(".00", "", StringComparison.Ordinal), Made(NoticeKind.Tender)["tender"]!["value"]!.ToJsonString());

    [Fact]
    public void An_award_notice_states_the_standstill_the_counts_and_the_lot_that_nobody_won()
    {
        JsonObject made = Made(NoticeKind.ContractAward);
        JsonNode supplier = made["parties"]!.AsArray().Single(party => party!["roles"]!.AsArray().Any(role => role!.GetValue<string>() == "supplier"))!;
        Assert.Equal("""{"streetAddress":"1 Invented Lane, The Annexe","locality":"Exampleford","postalCode":"ZZ1 1AA","countryName":"United Kingdom"}""", supplier["address"]!.ToJsonString());
        JsonNode award = Assert.Single(made["awards"]!.AsArray())!;

        Assert.Equal("pending", award["status"]!.GetValue<string>());
        Assert.Equal("GB-COH-01234567", award["suppliers"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("2027-02-19T23:59:59+00:00", award["standstillPeriod"]!["endDate"]!.GetValue<string>());
        Assert.NotNull(award["assessmentSummariesDateSent"]);
        Assert.Equal(["buyer", "supplier tenderer", "tenderer"], made["parties"]!.AsArray().Select(party => string.Join(' ', party!["roles"]!.AsArray())));
        Assert.Equal([3, 1], made["bids"]!["statistics"]!.AsArray().Select(count => count!["value"]!.GetValue<int>()));
        Assert.Equal(["active", "unsuccessful"], made["tender"]!["lots"]!.AsArray().Select(lot => lot!["status"]!.GetValue<string>()));
    }

    [Fact]
    public void An_award_notice_says_whom_to_write_to_and_how_large_and_of_what_kind_the_suppliers_are()
    {
        buyer.RecordAddress(new PostalAddress("2 Invented Lane", "Exampleford", "ZZ1 2AA") { Email = "tenders@example.org" });
        winner.StateScale(new SupplierScale(Sme: true, Vcse: false));
        Assert.Single(Made(NoticeKind.ContractAward)["bids"]!["statistics"]!.AsArray(), count => count!["relatedLot"]!.GetValue<string>() == "1");
        loser.StateScale(new SupplierScale(Sme: false, Vcse: true));

        JsonObject made = Made(NoticeKind.ContractAward);

        JsonNode Party(string role) => made["parties"]!.AsArray().Single(party => party!["roles"]!.AsArray().Any(r => r!.GetValue<string>() == role))!;
        Assert.Equal("tenders@example.org", Party("buyer")["contactPoint"]!["email"]!.GetValue<string>());
        Assert.Equal("""{"scale":"sme","vcse":false}""", Party("supplier")["details"]!.ToJsonString());
        Assert.Equal(["finalStageBids 3", "smeFinalStageBids 2", "vcseFinalStageBids 1"], made["bids"]!["statistics"]!.AsArray().Where(c => c!["relatedLot"]!.GetValue<string>() == "1").Select(c => $"{c!["measure"]} {c["value"]}"));
        Assert.Empty(JsonSchema.Embedded("release-schema.json").Faults(made));
    }

    [Fact]
    public void A_contract_details_notice_has_the_day_of_signature_and_confirms_the_conflicts_assessment()
    {
        JsonNode contract = Assert.Single(Made(NoticeKind.ContractDetails)["contracts"]!.AsArray())!;

        Assert.Equal("active", contract["status"]!.GetValue<string>());
        Assert.Equal("2027-02-22T10:00:00+00:00", contract["dateSigned"]!.GetValue<string>());
        Assert.Contains(contract["documents"]!.AsArray(), document => document!["documentType"]!.GetValue<string>() == "conflictOfInterest");
    }

    [Fact]
    public void A_termination_notice_withdraws_the_tender_and_every_lot()
    {
        tender.Cancel("The need has changed.", ATender.Now.AddDays(3));

        JsonObject made = Made(NoticeKind.ProcurementTermination);

        Assert.Equal("""["tenderCancellation"]""", made["tag"]!.ToJsonString());
        Assert.All(made["tender"]!["lots"]!.AsArray(), lot => Assert.Equal("withdrawn", lot!["status"]!.GetValue<string>()));
        Assert.Equal("The need has changed.", made["tender"]!["documents"]![0]!["description"]!.GetValue<string>());
    }

    [Fact]
    public void Releases_of_one_process_merge_into_what_is_known_now()
    {
        JsonObject[] releases = [Made(NoticeKind.Tender), Made(NoticeKind.ContractAward), Made(NoticeKind.ContractDetails)];

        JsonObject compiled = CompiledRelease.Of(releases);

        Assert.Equal("""["compiled"]""", compiled["tag"]!.ToJsonString());
        Assert.Equal("complete", compiled["tender"]!["status"]!.GetValue<string>());
        Assert.Equal("Homes for up to four children", compiled["tender"]!["lots"]![0]!["title"]!.GetValue<string>());
        Assert.Equal("active", Assert.Single(compiled["awards"]!.AsArray())!["status"]!.GetValue<string>());
        Assert.Equal(3, compiled["parties"]!.AsArray().Count);
        Assert.Equal(3, compiled["awards"]![0]!["documents"]!.AsArray().Concat(compiled["contracts"]![0]!["documents"]!.AsArray()).Count());
    }

    [Fact]
    public void A_pipeline_notice_is_planned_and_names_the_next_notice_and_the_CPV_titles()
    {
        JsonObject made = Made(NoticeKind.Pipeline);

        Assert.Equal(("""["planning"]""", "planned"), (made["tag"]!.ToJsonString(), made["tender"]!["status"]!.GetValue<string>()));
        Assert.Equal("UK1", made["planning"]!["documents"]![0]!["noticeType"]!.GetValue<string>());
        Assert.Equal("2027-03-01T00:00:00+00:00", made["tender"]!["communication"]!["futureNoticeDate"]!.GetValue<string>());
        Assert.Equal("Welfare services for children and young people", made["tender"]!["classification"]!["description"]!.GetValue<string>());
    }

    [Fact]
    public void A_market_engagement_notice_says_how_and_until_when_to_take_part()
    {
        JsonNode milestone = Assert.Single(Made(NoticeKind.MarketEngagement)["planning"]!["milestones"]!.AsArray())!;

        Assert.Equal(("engagement", "2027-01-31T23:59:59+00:00"), (milestone["type"]!.GetValue<string>(), milestone["dueDate"]!.GetValue<string>()));
    }

    [Fact]
    public void A_transparency_notice_names_the_supplier_the_ground_and_the_reasons()
    {
        JsonObject made = Made(NoticeKind.Transparency);

        Assert.Equal(("limited", "2023/54/schedule/5/paragraph/6"), (made["tender"]!["procurementMethod"]!.GetValue<string>(), made["tender"]!["procurementMethodRationaleClassifications"]![0]!["id"]!.GetValue<string>()));
        Assert.All(made["awards"]!.AsArray(), award => Assert.Equal(("pending", "GB-COH-01234567"), (award!["status"]!.GetValue<string>(), award["suppliers"]![0]!["id"]!.GetValue<string>())));
        Assert.Equal("No other supplier can continue the children’s education.", made["parties"]![1]!["details"]!["excludedSupplier"]!["awardRationale"]!.GetValue<string>());
    }

    [Fact]
    public void A_change_notice_proposes_and_a_termination_notice_ends_the_contract_of_the_lot()
    {
        JsonNode changed = Assert.Single(Made(NoticeKind.ContractChange)["contracts"]!.AsArray())!;
        JsonNode ended = Assert.Single(Made(NoticeKind.ContractTermination)["contracts"]!.AsArray())!;

        Assert.Equal(("active", true), (changed["status"]!.GetValue<string>(), changed["proposedAmendments"]![0]!["standstill"]!.GetValue<bool>()));
        Assert.Equal(changed["id"]!.GetValue<string>(), ended["id"]!.GetValue<string>());
        Assert.Equal(("terminated", "2031-03-31T23:59:59+01:00"), (ended["status"]!.GetValue<string>(), ended["period"]!["endDate"]!.GetValue<string>()));
        Assert.Equal("It ran its term", ended["terminationRationaleClassifications"]![0]!["description"]!.GetValue<string>());
    }

    [Fact]
    public void A_performance_notice_rates_the_indicator_for_its_period()
    {
        JsonNode metric = Made(NoticeKind.ContractPerformance)["contracts"]![0]!["implementation"]!["metrics"]![0]!;

        Assert.Equal(("Placements that lasted as planned", "Good"), (metric["title"]!.GetValue<string>(), metric["observations"]![0]!["measure"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("ocds-h6vhtk")]
    [InlineData("OCDS-H6VHTK-9")]
    [InlineData("ocds-b5fd17")]
    public void The_portal_never_mints_an_ocid_under_another_publishers_prefix(string prefix) => Assert.Equal(
        "OCID_PREFIX",
        Assert.Throws<RuleBroken>(() => new NoticeSettings(new Uri("https://portal.example"), prefix, "The portal")).Reasons[0].Code);

    private JsonObject Made(NoticeKind kind, Tender? of = null)
    {
        DateTimeOffset decided = new(2027, 2, 8, 10, 0, 0, TimeSpan.Zero);
        bool awarded = kind is NoticeKind.ContractAward or NoticeKind.ContractDetails || NoticeQuestions.Of(kind).Any(q => q.Code == "lot");
        if (awarded && tender.Stage == TenderStage.Open)
        {
            Award(decided);
        }

        AwardedLot[] lots = awarded
            ?
            [
                new AwardedLot("1", [winner.Id], [loser.Id], decided, decided.AddHours(1), 3, new DateTimeOffset(2027, 2, 22, 10, 0, 0, TimeSpan.Zero)) { Assessed = [winner.Id, winner.Id, loser.Id] },
                new AwardedLot("2", [], [], decided, decided.AddHours(1), 1, null),
            ]
            : [];
        NoticeFacts facts = new(
            Settings,
            of ?? tender,
            kind,
            new NoticeAddress("ocds-test00-wm-2026-0001", $"wm-2026-0001-{(int)kind + 1:000}"),
            awarded ? decided.AddHours(2) : ATender.Now,
            [],
            lots,
            new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer, [winner.Id] = winner, [loser.Id] = loser })
        {
            Said = AnsweredNotice.Whole(kind, winner.Id),
        };
        return OcdsJson.Tree(OcdsJson.Write(NoticeRelease.Of(facts)));
    }

    private void Award(DateTimeOffset at)
    {
        tender.Close(at);
        tender.RecordOpening(at);
        tender.StartQualification(at);
        tender.StartScoring(at);
        tender.StartModeration(at);
        tender.StartPricing(at);
        tender.StartDeciding(at);
        tender.BeginStandstill(StandstillPeriod.Beginning(at.AddDays(2)).LastDay);
    }
}
