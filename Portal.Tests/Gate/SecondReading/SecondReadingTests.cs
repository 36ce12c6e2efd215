using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate.SecondReading;

/// <summary>The gate's interface against a second reading of its contract, written from the text alone: thousands of seeded random facts must get the same answer from both.</summary>
public sealed class SecondReadingTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const int Facts = 2500;
    private const int Most = 8 * Facts;

    [Theory]
    [InlineData(20261123)]
    [InlineData(6)]
    public async Task The_portal_and_a_stranger_who_reads_the_contract_give_the_same_answer(int seed)
    {
        SeededFacts facts = new(seed);
        using HttpClient anybody = app.Public();
        HashSet<string> decided = [];
        string[] rules = [.. Domain.Gate.Deciding.DecisionTable.Rows.Select(r => r.Rule), "X1", "D7", "D8", "D9"];

        // A rare row may need more facts before it decides once.
        for (int i = 0; i < Facts || (i < Most && rules.Except(decided).Any()); i++)
        {
            JsonObject asked = facts.Next();
            string body = asked.ToJsonString();
            (int status, JsonElement answer) = await anybody.Send(HttpMethod.Post, "/api/v1/gate/simulations", body);
            Assert.True(status == 200, $"{status} {answer} for {body}");
            string expected = ReadAnswer.Of(JsonNode.Parse(body)!.AsObject());
            string given = Told(answer);
            Assert.True(expected == given, $"The contract says\n{expected}\nthe portal says\n{given}\nto {body}");
            decided.Add(answer.Text("decisive"));
        }

        Assert.Empty(rules.Except(decided));
    }

    [Theory]
    [InlineData("at", null, "at")]
    [InlineData("at", "\"2026-11-23T10:00:00\"", "at")]
    [InlineData("at", "\"1999-11-23T10:00:00Z\"", "at")]
    [InlineData("authority", null, "authority")]
    [InlineData("authority", "\"E10000031\"", "authority")]
    [InlineData("child", null, "child.age")]
    [InlineData("child.age", null, "child.age")]
    [InlineData("child.age", "-1", "child.age")]
    [InlineData("child.age", "26", "child.age")]
    [InlineData("child.age", "14.5", "child.age")]
    [InlineData("child.age", "\"14\"", "child.age")]
    [InlineData("child.alreadyLivesThere", "\"yes\"", "child.alreadyLivesThere")]
    [InlineData("need.serviceType", null, "need.serviceType")]
    [InlineData("need.serviceType", "\"hotel\"", "need.serviceType")]
    [InlineData("need.serviceType", "\"Residential\"", "need.serviceType")]
    [InlineData("need.urgency", null, "need.urgency")]
    [InlineData("need.urgency", "\"urgent\"", "need.urgency")]
    [InlineData("need.neededBy", "\"tomorrow\"", "need.neededBy")]
    [InlineData("option", null, "option.kind")]
    [InlineData("option.kind", null, "option.kind")]
    [InlineData("option.kind", "\"hotel\"", "option.kind")]
    [InlineData("option.exemption", "\"diagonal\"", "option.exemption")]
    [InlineData("option.registration", "\"pending\"", "option.registration")]
    [InlineData("option.judgement", "\"excellent\"", "option.judgement")]
    [InlineData("option.distance", "\"far\"", "option.distance")]
    [InlineData("option.unit", "\"month\"", "option.unit")]
    [InlineData("option.price", null, "option.price")]
    [InlineData("option.price", "\"-1.00\"", "option.price")]
    [InlineData("option.price", "\"6100.001\"", "option.price")]
    [InlineData("option.price", "\"NaN\"", "option.price")]
    [InlineData("option.currentPrice", "\"-0.01\"", "option.currentPrice")]
    [InlineData("option.weeks", "-1", "option.weeks")]
    [InlineData("option.packageWeeks", "-1", "option.packageWeeks")]
    [InlineData("option.placesNeeded", "-1", "option.placesNeeded")]
    [InlineData("option.itemisedExtras", """[{"kind":"massage","amount":"1.00"}]""", "option.itemisedExtras[0].kind")]
    [InlineData("option.itemisedExtras", """[{"kind":"therapy","amount":"-1.00"}]""", "option.itemisedExtras[0].amount")]
    [InlineData("option.itemisedExtras", """[{"kind":"therapy","amount":"6100.01"}]""", "option.itemisedExtras")]
    [InlineData("frameworks", """[{"level":"galactic"}]""", "frameworks[0].level")]
    [InlineData("frameworks", """[{"schedulePrice":"-5"}]""", "frameworks[0].schedulePrice")]
    [InlineData("frameworks", """[{},{"admitted":true,"homeOnboarded":true,"unit":"night"}]""", "frameworks[1].unit")]
    [InlineData("frameworks", """[{"admitted":true,"onboardingPendingAllowed":true,"unit":"year"}]""", "frameworks[0].unit")]
    [InlineData("priceRegister", """[{"price":"-5"}]""", "priceRegister[0].price")]
    [InlineData("priceRegister", """[{"from":"1 April"}]""", "priceRegister[0].from")]
    [InlineData("search.sentTo", "-1", "search.sentTo")]
    [InlineData("approvals", """[{"role":"mayor"}]""", "approvals[0].role")]
    [InlineData("approvals", """[{"purpose":"pleasure"}]""", "approvals[0].purpose")]
    [InlineData("requester", null, "requester")]
    public async Task What_the_contract_refuses_is_refused_with_the_field(string path, string? value, string field)
    {
        JsonObject asked = Sound();
        string[] names = path.Split('.');
        JsonObject holder = names.Length == 1 ? asked : asked[names[0]]!.AsObject();
        holder[names[^1]] = value is null ? null : JsonNode.Parse(value);

        (int status, JsonElement problem) = await app.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", asked.ToJsonString());

        Assert.Equal(422, status);
        Assert.Contains(field, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal(field.EndsWith(".unit", StringComparison.Ordinal) && path == "frameworks", problem.ToString().Contains("UNIT_MISMATCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_framework_that_does_not_have_the_home_may_price_by_another_unit()
    {
        JsonObject asked = Sound();
        asked["frameworks"] = JsonNode.Parse("""[{"admitted":false,"homeOnboarded":true,"unit":"night"},{"live":false,"admitted":true,"homeOnboarded":true,"unit":"night"}]""");

        (int status, _) = await app.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", asked.ToJsonString());

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task Only_the_eight_keys_of_the_contract_are_needed_and_every_other_may_be_null()
    {
        const string least = """{"at":"2026-11-23T10:00:00Z","authority":{},"child":{"age":14},"need":{"serviceType":"residential","urgency":"planned"},"option":{"kind":"provider","price":6100.5},"requester":"u-9"}""";
        JsonObject asked = JsonNode.Parse(least)!.AsObject();

        (int status, JsonElement answer) = await app.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", least);

        Assert.Equal(200, status);
        Assert.Equal(ReadAnswer.Of(asked), Told(answer));
        Assert.Equal(["outcome", "decisive", "reasons", "requiredApprovals", "allowedPrice", "flags", "followUps", "ruleSet"], answer.EnumerateObject().Select(p => p.Name));
    }

    private static JsonObject Sound() => JsonNode.Parse("""
        {"at":"2026-11-23T10:00:00Z","authority":{"code":"E10000031","rcc":"west-midlands"},"child":{"age":14},"need":{"serviceType":"residential","urgency":"planned"},
         "option":{"kind":"provider","homeUrn":"SC900001","registration":"active","price":"6100.00"},"search":{},"requester":"u-9"}
        """)!.AsObject();

    /// <summary>The portal's answer in the words of <see cref="ReadAnswer"/>.</summary>
    private static string Told(JsonElement answer)
    {
        StringBuilder told = new();
        told.Append(CultureInfo.InvariantCulture, $"{answer.Text("outcome")} by {answer.Text("decisive")}\n");
        told.Append(CultureInfo.InvariantCulture, $"reasons {Joined(answer, "reasons", r => $"{r.Text("rule")} {r.Text("code")}", sorted: false)}\n");
        told.Append(CultureInfo.InvariantCulture, $"asks {Joined(answer, "requiredApprovals", a => $"{a.Text("role")}/{a.Text("purpose")} {(a.GetProperty("given").GetBoolean() ? "given" : "open")}")}\n");
        told.Append(CultureInfo.InvariantCulture, $"price {answer.GetProperty("allowedPrice").GetString() ?? "-"}\n");
        told.Append(CultureInfo.InvariantCulture, $"flags {Joined(answer, "flags", f => f.GetString()!)}\n");
        told.Append(CultureInfo.InvariantCulture, $"follow {Joined(answer, "followUps", f => $"{f.Text("what")} {(f.GetProperty("byWorkingDay").ValueKind == JsonValueKind.Null ? "-" : f.Text("byWorkingDay"))} {f.GetProperty("due").GetString()}")}");
        return told.ToString();
    }

    private static string Joined(JsonElement answer, string list, Func<JsonElement, string> told, bool sorted = true)
    {
        IEnumerable<string> items = answer.GetProperty(list).EnumerateArray().Select(told);
        return string.Join(", ", sorted ? items.Order(StringComparer.Ordinal) : items);
    }
}
