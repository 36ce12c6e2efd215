using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>The gate through its interface: simulations, recorded decisions, telephone approvals.</summary>
public sealed class GateApiTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_simulation_needs_no_token_and_stores_nothing()
    {
        (int status, JsonElement answer) = await market.App.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", """
            {"at":"2026-11-23T10:00:00Z","authority":{"code":"E10000031","rcc":"west-midlands"},"child":{"age":14},"need":{"serviceType":"residential","urgency":"sameDay","neededBy":"2026-11-24T00:00:00Z"},
             "option":{"kind":"provider","homeUrn":"SC900001","registration":"active","price":"6500.00","distance":"own"},
             "priceRegister":[{"framework":"SE-2026","homeUrn":"SC900001","serviceType":"residential","unit":"week","price":"5900.00","from":"2026-04-01"}],"requester":"u-9"}
            """);

        Assert.Equal(200, status);
        Assert.Equal(["outcome", "decisive", "reasons", "requiredApprovals", "allowedPrice", "flags", "followUps", "ruleSet"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("allowEmergency", "E1", "5900.00"), (answer.Text("outcome"), answer.Text("decisive"), answer.Text("allowedPrice")));
        Assert.Equal("2026-12-01", answer.GetProperty("followUps")[1].Text("due"));
        Assert.Equal(0, await market.App.WithDb(db => db.GateDecisions.CountAsync()));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 422)]
    [InlineData("{\"at\":\"2026-11-23T10:00:00Z\",\"at\":null}", 400)]
    [InlineData("{\"requester\":\"\\ud800\"}", 400)]
    [InlineData("{}", 422)]
    public async Task Facts_that_cannot_be_read_are_refused_as_problems(string body, int expected)
    {
        (int status, JsonElement problem) = await market.App.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", body);

        Assert.Equal(expected, status);
        Assert.Equal(expected, problem.GetProperty("status").GetInt32());
        Assert.Equal(expected == 422, problem.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_planned_place_on_terms_without_a_referral_waits_for_the_search()
    {
        (int status, JsonElement answer) = await Record(Planned(6100m));

        Assert.Equal(201, status);
        Assert.Equal(("pending", "D9", "C1"), (answer.Text("outcome"), answer.Text("decisive"), answer.RulesOf()[0]));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("previous").ValueKind);
        Assert.Equal(JsonValueKind.Number, answer.GetProperty("logIndex").ValueKind);
        Assert.Equal("2026-11-23T09:00:00Z", answer.Text("recordedAt"));
    }

    [Fact]
    public async Task A_spot_purchase_of_the_same_home_above_its_price_is_blocked_with_the_price_that_would_be_allowed()
    {
        HttpClient hartlepool = await market.CaseSystem("hartlepool-casework");
        (int status, JsonElement answer) = await hartlepool.Send(HttpMethod.Post, "/api/v1/gate/decisions", Planned(7200m), "k-1");

        Assert.Equal(201, status);
        Assert.Equal(("block", "D2", "6100.00"), (answer.Text("outcome"), answer.Text("decisive"), answer.Text("allowedPrice")));
        Assert.NotEmpty(answer.GetProperty("reasons")[0].Text("nextStep"));
        Assert.Empty(answer.GetProperty("requiredApprovals").EnumerateArray());
    }

    [Fact]
    public async Task At_two_in_the_morning_five_answers_are_enough()
    {
        market.App.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        HttpClient hartlepool = await market.CaseSystem("hartlepool-casework");
        (_, JsonElement answer) = await hartlepool.Send(
            HttpMethod.Post, "/api/v1/gate/decisions", new { homeUrn = GateMarket.Urn, childAge = 14, serviceType = "residential", price = "7200.00", declaration = "Police protection at 1.15am; the only bed." }, "k-2");

        Assert.Equal(("allowEmergency", "E1", "6100.00"), (answer.Text("outcome"), answer.Text("decisive"), answer.Text("allowedPrice")));
        Assert.Contains("SAME_BED_PREMIUM", answer.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal("2026-12-02", answer.Text("authorityLapses"));
        Assert.Equal(["rccReview", "hostNotified", "ratified", "legalGround"], await market.App.WithDb(async db => (await db.FollowUpDuties.ToListAsync()).OrderBy(d => d.What).Select(d => Domain.Gate.Asking.Words.Of(d.What)).ToArray()));
    }

    [Fact]
    public async Task A_home_that_is_not_listed_is_allowed_at_night_on_the_declaration_alone()
    {
        HttpClient http = await market.CaseSystem();
        (_, JsonElement declared) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { homeUrn = (string?)null, childAge = 14, serviceType = "residential", price = 9000, declaration = "Register looked at, URN SC912345." }, "k-3");
        (_, JsonElement undeclared) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { homeUrn = (string?)null, childAge = 14, serviceType = "residential", urgency = "outOfHours", price = 9000 }, "k-4");

        Assert.Equal(("allowEmergency", "E1"), (declared.Text("outcome"), declared.Text("decisive")));
        Assert.Equal(("block", "A1"), (undeclared.Text("outcome"), undeclared.Text("decisive")));
    }

    [Fact]
    public async Task What_the_portal_knows_cannot_be_asserted()
    {
        await market.Change(GateMarket.Urn, h => h.RecordOutcome(Registration.Active, Judgement.Inadequate, restriction: false, "Register, today"));
        (_, JsonElement answer) = await Record(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = "6100.00", judgement = "good", registration = "active", placesOccupied = 0 });

        Assert.Equal(("block", "A3"), (answer.Text("outcome"), answer.Text("decisive")));
    }

    [Fact]
    public async Task An_extra_is_at_schedule_rate_when_the_schedule_says_so()
    {
        object extra(decimal unitPrice, object quantity) => new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = 6100m + (12 * unitPrice), itemisedExtras = new[] { new { kind = "oneToOneHours", unit = "hour", quantity, unitPrice } } };

        (_, JsonElement scheduled) = await Record(extra(26m, 12), "k-5");
        (_, JsonElement dearer) = await Record(extra(27m, 12), "k-6");
        (_, JsonElement asText) = await Record(extra(26m, "12.00"), "k-6b");

        Assert.Equal("C2", scheduled.RulesOf()[0]);
        Assert.Equal("C3", dearer.RulesOf()[0]);
        Assert.Equal("C2", asText.RulesOf()[0]);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_decision_and_another_body_is_refused()
    {
        (int first, JsonElement one) = await Record(Planned(6100m), "same");
        (int second, JsonElement two) = await Record(Planned(6100m), "same");
        (int third, JsonElement other) = await Record(Planned(6200m), "same");
        (int none, _) = await (await market.CaseSystem()).Send(HttpMethod.Post, "/api/v1/gate/decisions", Planned(6100m));

        Assert.Equal((201, 201, 422, 400), (first, second, third, none));
        Assert.Equal(one.Text("id"), two.Text("id"));
        Assert.True(other.GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
        Assert.Equal(1, await market.App.WithDb(db => db.GateDecisions.CountAsync()));
    }

    [Fact]
    public async Task A_decision_is_read_by_its_own_authority_only()
    {
        (_, JsonElement decided) = await Record(Planned(6100m));
        string url = $"/api/v1/gate/decisions/{decided.Text("id")}";

        Assert.Equal(200, (await (await market.CaseSystem()).Send(HttpMethod.Get, url)).Status);
        Assert.Equal(404, (await (await market.CaseSystem("hartlepool-casework")).Send(HttpMethod.Get, url)).Status);
        Assert.Equal(403, (await (await market.CaseSystem(scope: "calloffs")).Send(HttpMethod.Get, url)).Status);
        Assert.Equal(401, (await market.App.Public().Send(HttpMethod.Get, url)).Status);
    }

    [Fact]
    public async Task A_recorded_decision_stands_in_the_log_with_its_facts()
    {
        (_, JsonElement decided) = await Record(Planned(6100m));
        string subject = $"gate/{decided.Text("id")}";

        LogEntry entry = await market.App.WithDb(db => db.LogEntries.SingleAsync(e => e.Subject == subject));

        Assert.Equal("gate.decided", entry.Action);
        Assert.Equal(decided.GetProperty("logIndex").GetInt64(), entry.Index);
    }

    [Fact]
    public async Task A_telephone_approval_counts_at_once_and_records_a_new_decision()
    {
        await market.AddHome("SC900002", places: 3, occupied: 0, host: "E06000001");
        Actor director = await market.App.Someone(market.Warwickshire, Role.Director);
        HttpClient http = await market.CaseSystem();
        (_, JsonElement first) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = "SC900002", price = "7000" }, "k-7");
        object call = new { role = "directorOfChildrensServices", person = director.Person.Value.ToString(), at = "2026-11-23T08:55:00Z", words = "Yes, she may go there tonight." };
        (int status, JsonElement second) = await http.Send(HttpMethod.Post, $"/api/v1/gate/decisions/{first.Text("id")}/telephone-approvals", call);

        Assert.Contains("DISTANCE", first.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(201, status);
        Assert.Equal(first.Text("id"), second.Text("previous"));
        Assert.DoesNotContain("DISTANCE", second.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        GivenApproval approval = await market.App.WithDb(db => db.GivenApprovals.SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), approval.ConfirmBy);
    }

    [Fact]
    public async Task A_telephone_approval_from_before_the_decision_is_refused_and_counts_for_nothing()
    {
        await market.AddHome("SC900002", places: 3, occupied: 0, host: "E06000001");
        Actor director = await market.App.Someone(market.Warwickshire, Role.Director);
        HttpClient http = await market.CaseSystem();
        (_, JsonElement first) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = "SC900002", price = "7000" }, "k-before");
        string url = $"/api/v1/gate/decisions/{first.Text("id")}/telephone-approvals";

        foreach (string before in (string[])["2020-01-01T00:00:00Z", "2026-11-23T08:54:59Z"])
        {
            (int status, JsonElement refused) = await http.Send(HttpMethod.Post, url, new { role = "directorOfChildrensServices", person = director.Person.Value.ToString(), at = before, words = "Yes." });
            Assert.Equal(422, status);
            Assert.Contains("before the decision", refused.GetProperty("errors").GetProperty("at")[0].GetString(), StringComparison.Ordinal);
        }

        Assert.False(await market.App.WithDb(db => db.GivenApprovals.AnyAsync(a => a.Person == director.Person)));
    }

    [Fact]
    public async Task A_telephone_approval_by_somebody_without_the_office_is_refused()
    {
        await market.AddHome("SC900002", places: 3, occupied: 0, host: "E06000001");
        Actor stranger = await market.App.Someone(market.Hartlepool, Role.Director);
        HttpClient http = await market.CaseSystem();
        (_, JsonElement first) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = "SC900002", price = "7000" }, "k-8");
        string url = $"/api/v1/gate/decisions/{first.Text("id")}/telephone-approvals";

        Assert.Equal(422, (await http.Send(HttpMethod.Post, url, new { role = "directorOfChildrensServices", person = stranger.Person.Value.ToString(), at = "2026-11-23T08:55:00Z", words = "Yes." })).Status);
        Assert.Equal(422, (await http.Send(HttpMethod.Post, url, new { role = "directorOfChildrensServices", person = "x", at = "2026-11-24T08:55:00Z", words = "Yes." })).Status);
        Assert.Equal(422, (await http.Send(HttpMethod.Post, url, new { role = "mayor" })).Status);
    }

    [Fact]
    public async Task An_embargo_of_the_own_co_operative_blocks_and_another_regions_cautions()
    {
        await market.App.WithDb(async db =>
        {
            db.Add(QaRestriction.Impose(QaRestrictionKind.Embargo, market.Provider, null, "west-midlands", default, "Two serious incidents.", PortalApp.Start));
            await db.Save(Actor.Portal);
        });
        (_, JsonElement own) = await Record(Planned(6100m), "k-9");
        (_, JsonElement other) = await (await market.CaseSystem("hartlepool-casework")).Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = "6100" }, "k-10");

        Assert.Equal("A3", own.Text("decisive"));
        Assert.Contains("QA_CAUTION", other.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
    }

    [Theory]
    [InlineData("""{"childAge":26,"serviceType":"residential","urgency":"planned","price":1}""", "childAge")]
    [InlineData("""{"childAge":14,"serviceType":"hotel","urgency":"planned","price":1}""", "serviceType")]
    [InlineData("""{"childAge":14,"serviceType":"residential","price":1}""", "urgency")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":"-1"}""", "price")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":1,"homeUrn":"Elm House"}""", "homeUrn")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":1,"itemisedExtras":[{"kind":"other","quantity":2,"unitPrice":1}]}""", "itemisedExtras")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":1,"homeUrn":"SC900001","unit":"night"}""", "unit")]
    public async Task What_is_asked_wrongly_is_refused_under_its_field(string body, string field)
    {
        (int status, JsonElement problem) = await Record(body, "k-11");

        Assert.Equal(422, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private static object Planned(decimal price) => new
    {
        childReference = "C-4711",
        childAge = 14,
        serviceType = "residential",
        urgency = "planned",
        neededBy = "2026-12-20T09:00:00Z",
        homeUrn = GateMarket.Urn,
        price,
        weeks = 26,
        newContract = true,
    };

    private async Task<(int Status, JsonElement Body)> Record(object body, string key = "k-0") =>
        await (await market.CaseSystem()).Send(HttpMethod.Post, "/api/v1/gate/decisions", body, key);
}
