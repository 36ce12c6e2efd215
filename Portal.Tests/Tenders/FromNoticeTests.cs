using System.Runtime.CompilerServices;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.FromNotice;

namespace Portal.Tests.Tenders;

public sealed class FromNoticeTests
{
    public static TheoryData<string> Published => [.. Directory.GetFiles(Folder(), "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_published_notice_gives_a_draft_with_title_buyer_cpv_and_a_lot(string file)
    {
        NoticeDraft draft = ReadFile(file);

        Assert.False(string.IsNullOrWhiteSpace(draft.Title));
        Assert.NotNull(draft.Buyer?.Id);
        Assert.NotNull(draft.Buyer.Name);
        Assert.NotNull(draft.MainCpv);
        Assert.NotEmpty(draft.Lots);
        Assert.NotNull(draft.Value?.Net);
        Assert.NotEmpty(draft.Documents);
        Assert.StartsWith("ocds-", draft.Source.Ocid, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_value_of_a_published_notice_is_carried_or_listed(string file)
    {
        NoticeDraft draft = ReadFile(file);
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), file)));
        string known = string.Join('\n', draft.NotCarried.Select(n => n.Path));

        foreach (string path in Leaves(json.RootElement, "").Where(p => p.Contains("parties[", StringComparison.Ordinal) && p.Contains("contactPoint", StringComparison.Ordinal)))
        {
            Assert.Contains(draft.NotCarried, n => path.StartsWith(n.Path, StringComparison.Ordinal));
        }

        Assert.DoesNotContain("tender.title", known, StringComparison.Ordinal);
        Assert.All(draft.NotCarried, n => Assert.True(n.Values > 0 && n.Why.Length > 0));
    }

    [Fact]
    public void The_real_below_threshold_tender_is_carried_in_full()
    {
        NoticeDraft draft = ReadFile("fts_032703-2026_UK4_below-threshold.json");

        NoticeLot lot = Assert.Single(draft.Lots);
        Assert.Equal("1", lot.Number);
        Assert.Equal(new NoticeValue(new Money(33721m), new Money(40465.20m)), lot.Value);
        Assert.Equal([30m, 50m, 20m], lot.Criteria.Listed.Select(c => c.Weight));
        Assert.True(lot.Criteria.Listed[2].IsPrice);
        Assert.Equal("Bidder Experience", lot.Criteria.Listed[0].Name);
        Assert.Equal(new DateTimeOffset(2026, 5, 8, 23, 59, 59, TimeSpan.FromHours(1)), draft.Dates.TenderDeadline?.At);
        Assert.Equal(TimeSpan.FromHours(1), draft.Dates.TenderDeadline!.At.Offset);
        Assert.Equal(new DateTimeOffset(2026, 4, 24, 23, 59, 59, TimeSpan.FromHours(1)), draft.Dates.EnquiryDeadline?.At);
        Assert.Equal(new DateOnly(2026, 5, 14), lot.Contract?.Start?.Day);
        Assert.Equal(new DateOnly(2026, 12, 31), lot.Contract?.End?.Day);
        Assert.Equal("open", draft.Procedure.Method);
        Assert.False(draft.Procedure.AboveThreshold);
        Assert.False(draft.Procedure.LightTouch);
        Assert.Equal("UK4", draft.Source.NoticeType);
        Assert.Equal(2, draft.Documents.Count);
        Assert.Equal("Harrogate Town Council", draft.Buyer?.Name);
        Assert.Contains(draft.NotCarried, n => n.Path.EndsWith("submissionMethodDetails", StringComparison.Ordinal));
    }

    [Fact]
    public void An_award_gives_its_code_value_and_period_where_the_tender_is_silent()
    {
        NoticeDraft draft = ReadFile("fts_083650-2026_UK6_contract-award.json");

        NoticeLot lot = Assert.Single(draft.Lots);
        Assert.Equal("80500000", draft.MainCpv?.Code);
        Assert.Equal(new NoticeValue(new Money(32800m), new Money(37440m)), lot.Value);
        Assert.Equal(new DateOnly(2026, 9, 18), lot.Contract?.Start?.Day);
        Assert.Equal("HC2645 Evaluation of the Emtional Me in Wiltshire Schools", draft.Title);
        Assert.Contains(draft.NotCarried, n => n.Path.Contains("suppliers", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_breaks_lost_in_publication_are_put_back_and_words_with_rn_stay()
    {
        NoticeDraft dudley = ReadFile("cf_dudley_domestic-abuse-children_tender.json");

        Assert.Contains("informed service.\n\nThe contract originated", dudley.Description, StringComparison.Ordinal);
        Assert.Contains("aspx/Home\n", dudley.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("rnrn", dudley.Description, StringComparison.Ordinal);
        Assert.Contains("return to home or modern", ReadText("""{"ocid":"ocds-x-1","tender":{"title":"T","description":"return to home or modern rn learn"}}""").Description, StringComparison.Ordinal);
        Assert.Contains(dudley.Remarks, r => r.Contains("rn", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tender_without_lots_is_one_lot_and_days_are_meant_as_in_london()
    {
        NoticeDraft draft = ReadFile("cf_luton_children-looked-after_tender.json");

        NoticeLot lot = Assert.Single(draft.Lots);
        Assert.Equal(new Money(118_000_000m), lot.Value?.Net);
        Assert.Equal(new DateOnly(2025, 4, 1), lot.Contract?.Start?.Day);
        Assert.Equal(new DateOnly(2035, 4, 1), lot.Contract?.End?.Day);
        Assert.Contains(draft.Remarks, r => r.Contains("lists no lots", StringComparison.Ordinal));
    }

    [Fact]
    public void Nulls_empty_lists_and_missing_ids_do_not_stop_the_rest()
    {
        NoticeDraft draft = ReadText("""
            {"releases":[{"ocid":"ocds-x-2","id":null,"buyer":{"name":"A Council","id":[]},"tag":["tender"],"tender":{
              "id":null,"title":["Homes"],"description":[],"specialRegime":"lightTouch","value":{"amount":"1,250,000.50","amountGross":1e6,"currency":"GBP"},
              "items":[{"additionalClassifications":[{"scheme":"CPV","id":85311300},{"scheme":"CPV","id":"85311000-2"},{"scheme":"UNSPSC","id":"93140000"}]}],
              "lots":[{"title":"One","value":{"amount":null}},{"id":2,"title":"Two"},{"id":"LOT-0003","title":"Three"},{"id":"2","title":"Again"}],
              "awardCriteria":"priceOnly","tenderPeriod":{"endDate":"2027-03-31T23:59:59+01:00"},"enquiryPeriod":{"endDate":"2026-12-31T12:00:00+01:00"},
              "awardPeriod":{"endDate":"2027-02-30"},"hasRenewal":null}}]}
            """);

        Assert.Equal("Homes", draft.Title);
        Assert.Null(draft.Description);
        Assert.True(draft.Procedure.LightTouch);
        Assert.Equal(new Money(1_250_000.50m), draft.Value?.Net);
        Assert.Equal(["85311300", "85311000"], new[] { draft.MainCpv! }.Concat(draft.AdditionalCpv).Select(c => c.Code));
        Assert.Equal(["1", "2", "3", "4"], draft.Lots.Select(l => l.Number));
        Assert.Equal("priceOnly", draft.Criteria.Words);
        Assert.Equal("2027-03-31T23:59:59+01:00", draft.Dates.TenderDeadline?.AsWritten);
        Assert.Null(draft.Dates.AwardBy);
        Assert.Contains(draft.Remarks, r => r.Contains("enquiryPeriod.endDate", StringComparison.Ordinal) && r.Contains("11am", StringComparison.Ordinal));
        Assert.Contains(draft.NotCarried, n => n.Path.EndsWith("awardPeriod.endDate", StringComparison.Ordinal) && n.Says == "2027-02-30");
        Assert.Contains(draft.NotCarried, n => n.Says == "93140000");
        Assert.Contains(draft.Remarks, r => r.Contains("less with VAT", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_releases_the_latest_with_a_tender_is_taken_and_said_so()
    {
        NoticeDraft draft = ReadText("""
            {"releases":[
              {"ocid":"o","id":"1","date":"2026-01-01T00:00:00Z","tag":["tender"],"tender":{"title":"First"}},
              {"ocid":"o","id":"2","date":"2026-02-01T00:00:00Z","tag":["tenderUpdate"],"tender":{"title":"Second"}},
              {"ocid":"o","id":"3","date":"2026-03-01T00:00:00Z","tag":["award"],"awards":[{"id":"1","title":"Award"}]}]}
            """);

        Assert.Equal("Second", draft.Title);
        Assert.Contains(draft.Remarks, r => r.Contains("3 releases", StringComparison.Ordinal) && r.Contains("releases[1]", StringComparison.Ordinal));
        Assert.Contains(draft.NotCarried, n => n.Path == "releases[0]" && n.Says.Contains("First", StringComparison.Ordinal));
        Assert.Contains(draft.NotCarried, n => n.Path == "releases[2]");
    }

    [Theory]
    [InlineData("""{"records":[{"ocid":"o","compiledRelease":{"ocid":"o","tender":{"title":"T"}},"releases":[{"url":"https://x.example/1"}]}]}""")]
    [InlineData("""{"records":[{"ocid":"o","releases":[{"ocid":"o","tender":{"title":"T"}}]}]}""")]
    [InlineData("""{"compiledRelease":{"ocid":"o","tender":{"title":"T"}}}""")]
    [InlineData("""[{"ocid":"o","tender":{"title":"T"}}]""")]
    [InlineData("""{"ocid":"o","tender":{"title":"T"}}""")]
    [InlineData("""{"tender":{"title":"T"}}""")]
    [InlineData("""{"releases":{"ocid":"o","tender":{"title":"T"}}}""")]
    public void Record_packages_records_lists_and_bare_releases_are_read(string json) => Assert.Equal("T", ReadText(json).Title);

    [Fact]
    public void Every_encoding_with_a_mark_is_read()
    {
        const string json = """{"ocid":"o","tender":{"title":"Tŷ Gobaith"}}""";
        Encoding[] encodings = [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

        Assert.All(encodings, e => Assert.Equal("Tŷ Gobaith", NoticeReader.Read(NoticeFile.From([.. e.GetPreamble(), .. e.GetBytes(json)])).Title));
    }

    [Fact]
    public void Frameworks_tender_criteria_and_foreign_money_are_told_apart()
    {
        NoticeDraft draft = ReadText("""
            {"ocid":"o","tender":{"title":"T","value":{"amount":5,"currency":"EUR"},"documents":[{"id":"a","url":"javascript:alert(1)"},{"id":"b","url":"https://x.example/b.pdf","title":"B"}],
             "lots":[{"id":"1","techniques":{"hasFrameworkAgreement":true,"frameworkAgreement":{"isOpenFrameworkScheme":true,"openFrameworkSchemeEndDate":"2034-03-31","maximumParticipants":"50","method":"withoutReopeningCompetition"}},
             "awardCriteria":{"criteria":[{"type":"quality","description":"Care","numbers":[{"number":0.6,"weight":"decimalExact"}]},{"type":"price","numbers":[{"number":"40","weight":"percentageExact"}]},{"name":"Order","numbers":[{"number":1,"weight":"orderImportance"}]}]}}]}}
            """);

        Assert.True(draft.Framework?.IsOpenFramework);
        Assert.Equal(50, draft.Framework?.MostSuppliers);
        Assert.Equal([60m, 40m, null], draft.Lots[0].Criteria.Listed.Select(c => c.Weight));
        Assert.Null(draft.Value);
        Assert.Contains(draft.NotCarried, n => n.Path == "tender.value.amount" && n.Why.Contains("EUR", StringComparison.Ordinal));
        Assert.Equal("B", Assert.Single(draft.Documents).Title);
        Assert.Contains(draft.NotCarried, n => n.Path == "tender.documents[0].url");
    }

    private static IEnumerable<string> Leaves(System.Text.Json.JsonElement element, string path) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany((m, i) => Leaves(m, $"{path}[{i}]")),
        _ => [path],
    };

    internal static NoticeDraft ReadText(string json) => NoticeReader.Read(NoticeFile.FromPaste(json));

    private static NoticeDraft ReadFile(string name) => NoticeReader.Read(NoticeFile.From(File.ReadAllBytes(Path.Combine(Folder(), name))));

    internal static Reason Refusal(byte[] bytes) => Assert.Single(Assert.Throws<RuleBroken>(() => NoticeReader.Read(NoticeFile.From(bytes))).Reasons);

    internal static string PathOf(string name) => Path.Combine(Folder(), name);

    internal static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "notices");
}
