using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using static Portal.Tests.Gate.Ask;

namespace Portal.Tests.Gate;

/// <summary>The contract's JSON, its defaults, and what is refused under which field.</summary>
public sealed class FactsReaderTests
{
    private const string Smallest = """
        {"at":"2026-11-23T10:00:00Z","authority":{},"child":{"age":14},"need":{"serviceType":"residential","urgency":"planned"},"option":{"kind":"provider","price":6100},"requester":"u-9"}
        """;

    private const string Example = """
        {"at":"2026-11-23T10:00:00Z",
         "authority":{"code":"E10000031","rcc":"west-midlands"},
         "child":{"age":14,"alreadyLivesThere":false,"schoolNamedByPlan":false,"preferenceExpressed":false,"onlyOneCapableSupplier":false,"competitionAgainstInterests":false,"enactmentRequiresViews":true,"courtReference":null},
         "need":{"serviceType":"residential","urgency":"planned","neededBy":"2026-12-20T09:00:00Z","knownSince":"2026-11-20T09:00:00Z"},
         "option":{"kind":"provider","exemption":null,"provider":"P-100","homeUrn":"SC900001","registration":"active","judgement":"good","restriction":false,
           "placesRegistered":4,"placesOccupied":3,"placesNeeded":1,"withinStatementOfPurpose":true,"excluded":false,"embargoes":[],
           "price":"6100.00","unit":"week","currentPrice":null,"newContract":true,"itemisedExtras":[{"kind":"oneToOneHours","amount":"312.00","atScheduleRate":true}],"packageWeeks":null,"weeks":52,"distance":"own"},
         "frameworks":[{"id":"WM-2026","level":"regional","rcc":"west-midlands","live":true,"coversNeed":true,"authorityEntitled":true,"admitted":true,"homeOnboarded":true,
           "onboardingPendingAllowed":false,"schedulePrice":"6100.00","unit":"week","lotCeiling":"6900.00","registerClause":true,"hubConfirmedNoPlace":false}],
         "priceRegister":[{"framework":"SE-2026","homeUrn":"SC900001","serviceType":"residential","ageBand":null,"unit":"week","price":"6100.00","from":"2026-04-01","to":null}],
         "search":{"eligibleProviders":12,"sentTo":12,"windowClosed":true,"suitableOffersOnTerms":0,"allSuitableTypesInParallel":true,"selectionProcessFollowed":true,"widerSearchRecorded":true},
         "approvals":[{"role":"directorOfChildrensServices","person":"u-7","purpose":"distance"}],"conflictedPersons":[],
         "requester":"u-9","legalGround":null,"exceptionReason":null,"onlyUnregisteredAvailable":false,"onlyPoorRegisteredAvailable":false}
        """;

    [Fact]
    public void The_contracts_example_is_read_whole()
    {
        Facts facts = Read(Example);

        Assert.Equal(Monday, facts.At);
        Assert.Equal("west-midlands", facts.Authority.Rcc);
        Assert.Equal(Judgement.Good, facts.Option.Judgement);
        Assert.Equal(new ExtraFacts(ExtraKind.OneToOneHours, new Money(312m), true), Assert.Single(facts.Option.ItemisedExtras));
        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(facts.PriceRegister).From);
        Assert.Equal(new ApprovalFacts(ApproverRole.DirectorOfChildrensServices, "u-7", ApprovalPurpose.Distance), Assert.Single(facts.Approvals));
        Assert.Equal("C1", Decide(facts).Decisive);
    }

    [Fact]
    public void What_is_missing_or_null_takes_the_contracts_defaults()
    {
        Facts facts = Read(Smallest);

        Assert.True(facts.Option.WithinStatementOfPurpose);
        Assert.Equal((1, PriceUnit.Week), (facts.Option.PlacesNeeded, facts.Option.Unit));
        Assert.Null(facts.Option.Registration);
        Assert.Equal("A1", Decide(facts).Decisive);
        FrameworkFacts framework = Assert.Single(Read(Changed("frameworks", "[{\"live\":null}]")).Frameworks);
        Assert.True(framework is { Live: true, CoversNeed: true, AuthorityEntitled: true, Admitted: false, RegisterClause: false, Unit: PriceUnit.Week });
    }

    [Theory]
    [InlineData("at", "null", "at")]
    [InlineData("at", "\"2026-11-23\"", "at")]
    [InlineData("at", "\"2026-11-23T10:00:00\"", "at")]
    [InlineData("at", "\"2026-13-23T10:00:00Z\"", "at")]
    [InlineData("at", "\"2035-01-01T10:00:00Z\"", "at")]
    [InlineData("at", "\"0001-01-01T10:00:00Z\"", "at")]
    [InlineData("authority", "null", "authority")]
    [InlineData("authority", "\"E10000031\"", "authority")]
    [InlineData("child", "null", "child.age")]
    [InlineData("child.age", "-1", "child.age")]
    [InlineData("child.age", "26", "child.age")]
    [InlineData("child.age", "14.5", "child.age")]
    [InlineData("child.age", "\"14\"", "child.age")]
    [InlineData("child.age", "1e400", "child.age")]
    [InlineData("child.alreadyLivesThere", "\"yes\"", "child.alreadyLivesThere")]
    [InlineData("need.serviceType", "\"hotel\"", "need.serviceType")]
    [InlineData("need.serviceType", "null", "need.serviceType")]
    [InlineData("need.urgency", "\"Planned\"", "need.urgency")]
    [InlineData("option.kind", "\"1\"", "option.kind")]
    [InlineData("option.exemption", "\"diagonal\"", "option.exemption")]
    [InlineData("option.registration", "\"lapsed\"", "option.registration")]
    [InlineData("option.judgement", "\"poor\"", "option.judgement")]
    [InlineData("option.distance", "\"near\"", "option.distance")]
    [InlineData("option.unit", "\"month\"", "option.unit")]
    [InlineData("option.price", "null", "option.price")]
    [InlineData("option.price", "\"-1.00\"", "option.price")]
    [InlineData("option.price", "-1", "option.price")]
    [InlineData("option.price", "\"6100.005\"", "option.price")]
    [InlineData("option.price", "\"6,100\"", "option.price")]
    [InlineData("option.price", "\"£6100\"", "option.price")]
    [InlineData("option.price", "\"\"", "option.price")]
    [InlineData("option.price", "\"1234567890123456\"", "option.price")]
    [InlineData("option.price", "1e999", "option.price")]
    [InlineData("option.price", "true", "option.price")]
    [InlineData("option.weeks", "-1", "option.weeks")]
    [InlineData("option.placesNeeded", "-1", "option.placesNeeded")]
    [InlineData("option.embargoes", "\"west-midlands\"", "option.embargoes")]
    [InlineData("option.embargoes", "[1]", "option.embargoes[0]")]
    [InlineData("option.itemisedExtras", "[{\"kind\":\"holidays\"}]", "option.itemisedExtras[0].kind")]
    [InlineData("option.itemisedExtras", "[{\"amount\":\"-5\"}]", "option.itemisedExtras[0].amount")]
    [InlineData("option.itemisedExtras", "[{\"amount\":\"6100.01\"}]", "option.itemisedExtras")]
    [InlineData("frameworks", "{}", "frameworks")]
    [InlineData("frameworks", "[null]", "frameworks[0]")]
    [InlineData("frameworks", "[{\"level\":\"local\"}]", "frameworks[0].level")]
    [InlineData("frameworks", "[{},{\"admitted\":true,\"homeOnboarded\":true,\"unit\":\"night\"}]", "frameworks[1].unit")]
    [InlineData("priceRegister", "[{\"from\":\"1 April 2026\"}]", "priceRegister[0].from")]
    [InlineData("approvals", "[{\"role\":\"mayor\"}]", "approvals[0].role")]
    [InlineData("approvals", "[{\"purpose\":\"fun\"}]", "approvals[0].purpose")]
    [InlineData("search.sentTo", "-3", "search.sentTo")]
    [InlineData("requester", "null", "requester")]
    [InlineData("requester", "\" \"", "requester")]
    public void What_cannot_be_read_is_refused_under_its_field(string field, string json, string error)
    {
        FactsRefused refused = Assert.Throws<FactsRefused>(() => Read(Changed(field, json)));

        Assert.Equal([error], refused.Errors.Keys);
    }

    [Fact]
    public void A_unit_is_compared_only_with_frameworks_that_have_the_home()
    {
        FactsRefused refused = Assert.Throws<FactsRefused>(() => Read(Changed("frameworks", "[{\"admitted\":true,\"onboardingPendingAllowed\":true,\"unit\":\"year\"}]")));

        Assert.Contains("UNIT_MISMATCH", refused.Errors["frameworks[0].unit"][0], StringComparison.Ordinal);
        Assert.Single(Read(Changed("frameworks", "[{\"admitted\":false,\"homeOnboarded\":true,\"unit\":\"year\"}]")).Frameworks);
    }

    [Theory]
    [InlineData("[\"south-east\"]")]
    [InlineData("[{\"rcc\":\"south-east\",\"reason\":\"Incidents.\"}]")]
    public void An_embargo_is_named_by_its_co_operative(string json) =>
        Assert.Equal(["south-east"], Read(Changed("option.embargoes", json)).Option.Embargoes);

    [Theory]
    [InlineData("6100.5", 6100.5)]
    [InlineData("\"6100\"", 6100)]
    [InlineData("6.1e3", 6100)]
    [InlineData("6100.000", 6100)]
    [InlineData("0", 0)]
    public void A_price_is_a_decimal_string_or_a_number(string json, double price) =>
        Assert.Equal((decimal)price, Read(Changed("option.price", json)).Option.Price.Amount);

    [Fact]
    public void Facts_written_by_the_portal_read_back_the_same()
    {
        Facts facts = Read(Example);
        string written = JsonSerializer.Serialize(facts, GateJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(Read(written), GateJson.Options));
    }

    [Fact]
    public void An_answer_always_has_every_key()
    {
        JsonElement answer = JsonSerializer.SerializeToElement(Decide(Read(Smallest)), GateJson.Options);

        Assert.Equal(["outcome", "decisive", "reasons", "requiredApprovals", "allowedPrice", "flags", "followUps", "ruleSet"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("allowedPrice").ValueKind);
        JsonElement emergency = JsonSerializer.SerializeToElement(Decide((Gap with { PriceRegister = [Registered(5900m)] }).Tonight()), GateJson.Options);
        Assert.Equal("5900.00", emergency.GetProperty("allowedPrice").GetString());
        Assert.Equal("""{"what":"rccReview","byWorkingDay":1,"due":"2026-11-24"}""", emergency.GetProperty("followUps")[0].GetRawText());
    }

    private static Facts Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return FactsReader.Read(document.RootElement);
    }

    private static string Changed(string field, string json)
    {
        JsonObject facts = JsonNode.Parse(Smallest)!.AsObject();
        string[] path = field.Split('.');
        JsonObject parent = facts;
        foreach (string step in path[..^1])
        {
            if (parent[step] is not JsonObject)
            {
                parent[step] = new JsonObject();
            }

            parent = parent[step]!.AsObject();
        }

        parent[path[^1]] = JsonNode.Parse("[" + json + "]")![0]?.DeepClone();
        return facts.ToJsonString();
    }
}
