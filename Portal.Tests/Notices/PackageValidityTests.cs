using System.Text.Json.Nodes;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

/// <summary>Whole packages and records as they are served: by the real ajv against the OCDS schemas, and by the portal's own checks of the UK profile.</summary>
public sealed class PackageValidityTests
{
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);
    private readonly Organisation winner = Organisation.Register("P-100", "Brightpath Homes", OrganisationKind.Provider, companyNumber: "01234567");
    private readonly Organisation loser = Organisation.Register("P-200", "Harbour Homes", OrganisationKind.Provider);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("B1-01"), Rule("B1-02"), Rule("B1-05"), Rule("B1-06"), Rule("B1-17"), Rule("B1-19"), Rule("B1-20")]
    public async Task Packages_and_records_of_a_whole_life_pass_ajv_against_the_OCDS_schemas()
    {
        string[] releases = Life();
        Uri self = new("https://portal.example/ocds");
        byte[] package = OcdsPackage.Releases(Settings, self, ATender.Now, releases, new Uri("https://portal.example/ocds?cursor=1"));
        byte[] record = OcdsPackage.Record(Settings, self, ATender.Now, "ocds-test00-wm-2026-0001", releases);

        IReadOnlyList<string[]> faults = await AjvCheck.Faults([package, record], Cancel);

        Assert.Equal(2, faults.Count);
        Assert.All(faults, Assert.Empty);
    }

    [Fact]
    public async Task Ajv_finds_what_is_wrong()
    {
        JsonObject wrong = JsonNode.Parse(OcdsPackage.Releases(Settings, new Uri("https://portal.example/ocds"), ATender.Now, Life(), null))!.AsObject();
        wrong.Remove("publisher");
        wrong["releases"]![0]!["tender"]!["value"]!["amount"] = "40000000";

        string[] faults = Assert.Single(await AjvCheck.Faults([System.Text.Encoding.UTF8.GetBytes(wrong.ToJsonString())], Cancel));

        Assert.Contains(faults, fault => fault.Contains("publisher", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("/releases/0/tender/value/amount", StringComparison.Ordinal));
    }

    [Fact]
    [Rule("B1-03"), Rule("B1-07"), Rule("B1-08"), Rule("B1-09"), Rule("B1-10"), Rule("B1-11"), Rule("B1-13"), Rule("B1-14"), Rule("B1-15"), Rule("B1-16"), Rule("B1-18"), Rule("B1-21")]
    public void Every_release_and_the_compiled_one_pass_the_closed_checks_of_the_UK_profile()
    {
        JsonObject[] releases = [.. Life().Select(OcdsJson.Tree)];

        Assert.All(releases, release => Assert.Empty(ProfileCheck.Of(release)));
        Assert.Empty(ProfileCheck.Of(CompiledRelease.Of(releases)));
    }

    [Theory]
    [InlineData("B1-01", "initiationType", "\"auction\"")]
    [InlineData("B1-02", "tender.lots", """[{"id":"1"},{"id":"1"}]""")]
    [InlineData("B1-03", "ocid", "\"h6vhtk\"")]
    [InlineData("B1-05", "tag", """["tenderly"]""")]
    [InlineData("B1-05", "tag", """["award"]""")]
    [InlineData("B1-06", "tender.status", "\"open\"")]
    [InlineData("B1-07", "tender.value", """{"amount":1e9,"currency":"GBP"}""")]
    [InlineData("B1-07", "tender.value", """{"amount":"5"}""")]
    [InlineData("B1-08", "tender.specialRegime", """["heavyTouch"]""")]
    [InlineData("B1-09", "tender.legalBasis", """{"scheme":"CELEX","id":"32014L0024"}""")]
    [InlineData("B1-10", "parties", """[{"id":"x","name":"Y","roles":["buyer"]}]""")]
    [InlineData("B1-10", "tender.description", "\"Ask jo.smith@council.example about it\"")]
    [InlineData("B1-10", "tender.description", "\"Ring 020 7946 0000\"")]
    [InlineData("B1-11", "tender.lots", """[{"id":"1","awardCriteria":{"criteria":[{"numbers":[{"number":60}]}]}}]""")]
    [InlineData("B1-16", "tender.documents", """[{"id":"c","documentType":"conflictOfInterest","url":"https://portal.example/c"}]""")]
    [InlineData("B1-18", "tender.description", "null")]
    [InlineData("B1-18", "tender.tenderPeriod", """{"endDate":"2027-07-01T12:00:00+00:00"}""")]
    [InlineData("B1-18", "tender.awardPeriod", """{"startDate":"2027-02-02T00:00:00+00:00","endDate":"2027-02-01T00:00:00+00:00"}""")]
    public void The_closed_checks_find_what_the_profile_does_not_allow(string rule, string path, string value)
    {
        JsonObject release = OcdsJson.Tree(Life()[2]);
        string[] parts = path.Split('.');
        JsonObject at = parts[..^1].Aggregate(release, (node, name) => node[name]!.AsObject());
        at[parts[^1]] = JsonNode.Parse(value);

        Assert.Contains(ProfileCheck.Of(release), fault => fault.Rule == rule);
    }

    [Fact]
    [Rule("A7-04"), Rule("B1-02")]
    public void A_compiled_record_says_what_the_tender_says_now()
    {
        Tender tender = ATender.Published(ATender.Commissioner(buyer.Id), lots: ["1", "2"]);
        string first = Release(tender, NoticeKind.Tender, 1, ATender.Now);
        tender.Amend(new Amendment("The deadline moves.", "An answer came late.", "Extended by a week.", ClosesAt: ATender.Closes.AddDays(7)), ATender.Now.AddDays(1));
        string second = Release(tender, NoticeKind.Tender, 2, ATender.Now.AddDays(1), NoticeKind.Tender);

        JsonObject compiled = CompiledRelease.Of([OcdsJson.Tree(first), OcdsJson.Tree(second)]);
        Release now = OcdsJson.Read(compiled.ToJsonString());

        Assert.Equal(tender.ClosesAt, now.Tender!.TenderPeriod!.EndDate);
        Assert.Equal(tender.Lots.Select(lot => (lot.Number, lot.Title, lot.NetValue!.Value.Amount)), now.Tender.Lots!.Select(lot => (lot.Id, lot.Title!, lot.Value!.Amount!.Value)));
        Assert.Equal(tender.Documents.Where(d => d.IsCurrent).Select(d => d.Id.Value.ToString()), now.Tender.Documents!.Where(d => d.DocumentType == "biddingDocuments").Select(d => d.Id));
        Assert.Equal(tender.Amendments.Select(a => (a.What, a.Why)), now.Tender.Amendments!.Select(a => (a.Description, a.Rationale)));
        Assert.Equal(["wm-2026-0001-001", "wm-2026-0001-002"], now.Tender.Documents!.Where(d => d.NoticeType == "UK4").Select(d => d.Id));

        tender.Cancel("The need has changed.", ATender.Now.AddDays(2));
        compiled = CompiledRelease.Of([OcdsJson.Tree(first), OcdsJson.Tree(second), OcdsJson.Tree(Release(tender, NoticeKind.ProcurementTermination, 3, ATender.Now.AddDays(2), NoticeKind.Tender, NoticeKind.Tender))]);
        Assert.Equal(("withdrawn", "withdrawn"), (compiled["tender"]!["status"]!.GetValue<string>(), compiled["tender"]!["lots"]![1]!["status"]!.GetValue<string>()));
    }

    // Planning, tender, change, award, contract, copy, performance, change and end, each under the same ocid; last a transparency notice.
    private string[] Life()
    {
        Tender tender = ATender.Published(ATender.Commissioner(buyer.Id), lots: ["1", "2"]);
        NoticeKind[] kinds =
        [
            NoticeKind.Pipeline, NoticeKind.MarketEngagement, NoticeKind.Tender, NoticeKind.Transparency, NoticeKind.ContractAward, NoticeKind.ContractDetails,
            NoticeKind.ContractCopy, NoticeKind.ContractPerformance, NoticeKind.ContractChange, NoticeKind.ContractTermination,
        ];
        return [.. kinds.Select((kind, at) => Release(tender, kind, at + 1, ATender.Now.AddDays(at), kinds[..at]))];
    }

    private string Release(Tender tender, NoticeKind kind, int number, DateTimeOffset at, params NoticeKind[] earlier)
    {
        bool awarded = kind is NoticeKind.ContractAward or NoticeKind.ContractDetails || NoticeQuestions.Of(kind).Any(q => q.Code == "lot");
        AwardedLot[] lots = awarded
            ? [new AwardedLot("1", [winner.Id], [loser.Id], at, at, 3, at), new AwardedLot("2", [], [], at, at, 1, null)]
            : [];
        NoticeFacts facts = new(Settings, tender, kind, new NoticeAddress("ocds-test00-wm-2026-0001", $"wm-2026-0001-{number:000}"), at, earlier, lots,
            new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer, [winner.Id] = winner, [loser.Id] = loser })
        {
            Said = AnsweredNotice.Whole(kind, winner.Id),
        };
        return OcdsJson.Write(NoticeRelease.Of(facts));
    }
}
