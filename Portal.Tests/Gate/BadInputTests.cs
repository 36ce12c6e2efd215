using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>What people send wrongly or at an unlucky moment, through the interface: each case has an answer that says what happened and what is next.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Theory]
    [InlineData("610000", "week")]
    [InlineData("610000.00", "week")]
    [InlineData("317200", "night")]
    public async Task A_planned_price_in_pence_or_for_a_year_is_asked_again_in_pounds(string price, string unit)
    {
        HttpClient http = await market.CaseSystem();

        (int status, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = (string?)null, price, unit }, "pence");

        Assert.Equal(422, status);
        Assert.Contains("Enter pounds, not pence", problem.GetProperty("errors").GetProperty("price")[0].GetString(), StringComparison.Ordinal);
        Assert.False(await market.App.WithDb(db => db.GateDecisions.AnyAsync()));
    }

    [Fact]
    public async Task The_page_asks_for_pounds_and_keeps_what_was_typed()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);

        HttpResponseMessage answer = await officer.PostForm("/gate/check", "/gate/check/answer", [("Form.HomeUrn", GateMarket.Urn), ("Form.Price", "610000"), ("Form.Unit", "Week"), ("Form.ChildAge", "14"), ("Form.ServiceType", "residential"), ("Form.Urgency", "Planned")]);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Enter pounds, not pence", page);
        Assert.Contains("610000", page);
    }

    [Fact]
    public async Task At_night_a_price_in_pence_delays_nobody_and_the_price_claimed_is_the_frameworks()
    {
        HttpClient http = await market.CaseSystem();

        (int status, JsonElement answer) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "outOfHours", homeUrn = GateMarket.Urn, price = "610000", declaration = "Seen." }, "night");

        Assert.Equal((201, "allowEmergency", "6100.00"), (status, answer.Text("outcome"), answer.Text("allowedPrice")));
    }

    [Fact]
    public async Task Of_two_for_the_last_bed_the_second_is_told_why_and_what_is_next()
    {
        HttpClient http = await market.CaseSystem();
        string first = await Allowed(http, "C-1");
        string second = await Allowed(http, "C-2");

        (int won, _) = await CallOff(http, first);
        (int lost, JsonElement problem) = await CallOff(http, second);
        string why = problem.GetProperty("reasons")[0].Text("text");

        Assert.Equal((201, 409), (won, lost));
        Assert.Contains("The last place in this home has just been taken", why, StringComparison.Ordinal);
        Assert.Contains("Look at the other offers, or send the referral again", why, StringComparison.Ordinal);
        Assert.Equal(1, await market.App.WithDb(db => db.CallOffs.CountAsync()));
    }

    [Fact]
    public async Task An_embargo_between_decision_and_call_off_says_whom_to_ring()
    {
        HttpClient http = await market.CaseSystem();
        string decision = await Allowed(http, "C-1");
        Actor lead = await market.App.Someone(market.Cooperative, Role.QaLead);
        await market.App.Do((Domain.Frameworks.ImposeQaRestriction impose) => impose.Execute(lead, Domain.Frameworks.QaRestrictionKind.Embargo, GateMarket.Urn, wholeProvider: false, "Medicines were not locked away.", default));

        (int status, JsonElement problem) = await CallOff(http, decision);
        (_, JsonElement again) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-1", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, "again");

        Assert.Equal((409, "QA_STOP"), (status, problem.GetProperty("reasons")[0].Text("code")));
        Assert.Contains("Choose another home, or ring the co-operative’s quality lead", problem.GetProperty("reasons")[0].Text("text"), StringComparison.Ordinal);
        Assert.Equal("A3", again.Text("decisive"));
        Assert.NotEmpty(again.GetProperty("reasons")[0].Text("nextStep"));
    }

    [Theory]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T11:59:00Z", "E1")] // the night has 25 hours; 11:59 GMT is before noon
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T12:00:00Z", "C3")]
    [InlineData("2027-03-27T23:30:00Z", "2027-03-30T10:59:00Z", "E1")] // the night has 23 hours; Easter Monday lies between
    [InlineData("2027-03-27T23:30:00Z", "2027-03-30T11:00:00Z", "C3")]
    public async Task On_the_night_of_the_clock_change_noon_is_londons_noon(string at, string neededBy, string rule)
    {
        (int status, JsonElement answer) = await market.App.Public().Send(HttpMethod.Post, "/api/v1/gate/simulations", new
        {
            at,
            authority = new { code = "E10000031", rcc = "west-midlands" },
            child = new { age = 14 },
            need = new { serviceType = "residential", urgency = "outOfHours", neededBy },
            option = new { kind = "provider", homeUrn = GateMarket.Urn, registration = "active", judgement = "good", placesRegistered = 4, placesOccupied = 1, price = "7000.00", distance = "own" },
            frameworks = new[] { new { id = "WM-2026", level = "regional", admitted = true, homeOnboarded = true, schedulePrice = "6100.00" } },
            requester = "u-9",
        });

        Assert.Equal((200, rule), (status, answer.RulesOf()[0]));
    }

    [Theory]
    [InlineData("25", "10", "01:30", "comes twice")]
    [InlineData("29", "3", "01:30", "does not exist")]
    public async Task A_time_that_the_clock_change_repeats_or_skips_is_asked_again(string day, string month, string time, string said)
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);

        HttpResponseMessage answer = await officer.PostForm("/gate/emergency",
            ("Form.ChildAge", "14"), ("Form.HomeUrn", GateMarket.Urn), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The portal was down."), ("Form.Declared", "true"),
            ("Form.DecidedOffline.Day", day), ("Form.DecidedOffline.Month", month), ("Form.DecidedOffline.Year", "2026"), ("Form.DecidedOffline.Time", time));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, PostForms.Words(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_rule_set_that_has_been_followed_decides_no_more_and_its_decisions_keep_its_name()
    {
        HttpClient http = await market.CaseSystem();
        string before = await Allowed(http, "C-1");
        Actor proposer = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        GateRuleSet next = await market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { RatifyWorkingDay = 3 }, "Standing order 14", new DateOnly(2026, 12, 1), "Quicker review.", default));
        GateRuleSet late = await market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { RatifyWorkingDay = 4 }, "Standing order 15", new DateOnly(2026, 12, 2), "Slower review.", default));
        foreach (Role role in new[] { Role.Director, Role.Legal })
        {
            Actor by = await market.App.Someone(market.Cooperative, role);
            await market.App.Do((ApproveGateRules approve) => approve.Execute(by, next.Id, default));
        }

        market.App.Clock.MoveTo(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero));
        HttpClient director = await market.App.SignedInAs(Role.Director, market.Cooperative);
        HttpResponseMessage expired = await director.PostForm("/gate/rules", $"/gate/rules/{late.Id.Value}/approval", []);
        HttpClient again = await market.CaseSystem();
        string after = await Allowed(again, "C-2");
        (_, JsonElement old) = await again.Send(HttpMethod.Get, $"/api/v1/gate/decisions/{before}");
        (_, JsonElement now) = await again.Send(HttpMethod.Get, $"/api/v1/gate/decisions/{after}");

        Assert.Equal(HttpStatusCode.Conflict, expired.StatusCode);
        Assert.Contains("Propose them anew", await expired.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((GateRules.Founding.Version, next.Name), (old.Text("ruleSet"), now.Text("ruleSet")));
    }

    [Fact]
    public async Task An_approval_by_a_stranger_is_not_there_for_another_authority_and_forbidden_for_another_office()
    {
        await market.AddHome("SC900002", places: 3, occupied: 0, host: "E06000001");
        HttpClient http = await market.CaseSystem();
        (_, JsonElement first) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-1", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = "SC900002", price = "7000" }, "k");
        string url = $"/gate/decisions/{first.Text("id")}/approvals";
        (string, string)[] form = [("Form.Role", "DirectorOfChildrensServices"), ("Form.Purpose", "Distance"), ("Form.Words", "Yes.")];
        HttpClient stranger = await market.App.SignedInAs(Role.Director, market.Hartlepool);
        HttpClient head = await market.App.SignedInAs(Role.HeadOfService, market.Warwickshire);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostForm("/gate/approvals", url, form)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostForm("/gate/approvals", url, form)).StatusCode);
        Assert.False(await market.App.WithDb(db => db.GivenApprovals.AnyAsync()));
    }

    private static async Task<string> Allowed(HttpClient http, string child)
    {
        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = child, childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, Guid.NewGuid().ToString());
        Assert.Equal("allow", decided.Text("outcome"));
        return decided.Text("id");
    }

    private static Task<(int Status, JsonElement Body)> CallOff(HttpClient http, string decision) =>
        http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision, from = "2026-11-24" });
}
