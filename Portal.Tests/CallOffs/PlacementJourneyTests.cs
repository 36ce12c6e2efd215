using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>From need to placement over the interface: referral, offer, match, gate, call-off; and what stops a call-off.</summary>
public sealed class PlacementJourneyTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_referral_becomes_a_placement_on_framework_terms()
    {
        HttpClient http = await market.CaseSystem();
        string referral = await Referred(http);
        await OfferedAndMatched(referral);

        (_, JsonElement offers) = await http.Send(HttpMethod.Get, $"/api/v1/referrals/{referral}/offers");
        (_, JsonElement decided) = await Decided(http, referral);
        (int status, JsonElement made) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-12-20", price = "6100.00" });

        Assert.Equal("SC900001", offers.GetProperty("items")[0].Text("homeUrn"));
        Assert.Equal(("allow", "C1"), (decided.Text("outcome"), decided.Text("decisive")));
        Assert.Equal(201, status);
        Assert.Equal(("onFramework", "WM-2026", "1", "6100.00"), (made.Text("kind"), made.Text("framework"), made.Text("lot"), made.Text("price")));
        ProviderHome home = await market.App.WithDb(db => db.ProviderHomes.SingleAsync(h => h.Urn == GateMarket.Urn));
        Assert.Equal(4, home.PlacesOccupied);
        Assert.Equal(ReferralStage.Placed, (await market.App.WithDb(db => db.Referrals.SingleAsync())).Stage);
        Assert.Equal(new Money(6100m * 26), (await market.App.WithDb(db => db.Frameworks.SingleAsync())).ValueUsed);
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "callOff.made")));
    }

    [Fact]
    public async Task A_referral_goes_to_every_eligible_provider_and_to_nobody_else()
    {
        await market.App.Organisation("P-200", OrganisationKind.Provider);
        string warwickshire = await Referred(await market.CaseSystem());
        string hartlepool = await Referred(await market.CaseSystem("hartlepool-casework"));

        List<Referral> referrals = await market.App.WithDb(db => db.Referrals.ToListAsync());
        Assert.Equal([market.Provider], referrals.Single(r => r.Ref == warwickshire).Recipients.Select(r => r.Provider));
        Assert.Empty(referrals.Single(r => r.Ref == hartlepool).Recipients);
    }

    [Fact]
    public async Task A_blocked_decision_cannot_be_called_off()
    {
        HttpClient http = await market.CaseSystem();
        (_, JsonElement decided) = await Decided(http, null, 7000m);
        (int status, JsonElement problem) = await CalledOff(http, decided);

        Assert.Equal(409, status);
        Assert.Equal("GATE", problem.GetProperty("reasons")[0].Text("code"));
    }

    [Fact]
    public async Task An_embargo_set_between_decision_and_call_off_stops_it()
    {
        HttpClient http = await market.CaseSystem();
        JsonElement decided = await Allowed(http);
        await market.App.WithDb(async db =>
        {
            db.Add(QaRestriction.Impose(QaRestrictionKind.Embargo, market.Provider, GateMarket.Urn, "west-midlands", default, "Serious incident.", PortalApp.Start));
            await db.Save(Actor.Portal);
        });

        (int status, JsonElement problem) = await CalledOff(http, decided);

        Assert.Equal((409, "QA_STOP"), (status, problem.GetProperty("reasons")[0].Text("code")));
    }

    [Fact]
    public async Task The_last_bed_goes_to_one_and_the_other_is_told_why()
    {
        HttpClient http = await market.CaseSystem();
        JsonElement first = await Allowed(http);
        JsonElement second = await Allowed(http, "C-4712");

        (int one, _) = await CalledOff(http, first);
        (int two, JsonElement problem) = await CalledOff(http, second);

        Assert.Equal((201, 409), (one, two));
        Assert.Equal("CAPACITY", problem.GetProperty("reasons")[0].Text("code"));
        Assert.Equal(1, await market.App.WithDb(db => db.CallOffs.CountAsync()));
    }

    [Fact]
    public async Task Of_many_who_want_the_last_bed_at_the_same_moment_exactly_one_gets_it()
    {
        HttpClient http = await market.CaseSystem();
        List<JsonElement> decisions = [];
        for (int child = 0; child < 8; child++)
        {
            decisions.Add(await Allowed(http, $"C-{child}"));
        }

        (int Status, JsonElement Body)[] answers = await Task.WhenAll(decisions.Select(d => CalledOff(http, d)));

        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => Assert.Contains(a.Body.GetProperty("reasons")[0].Text("code"), new[] { "CAPACITY", "JUST_TAKEN" }));
        Assert.Equal(4, (await market.App.WithDb(db => db.ProviderHomes.SingleAsync(h => h.Urn == GateMarket.Urn))).PlacesOccupied);
        Assert.Equal(1, await market.App.WithDb(db => db.CallOffs.CountAsync()));
    }

    [Fact]
    public async Task A_decision_is_called_off_once_and_at_its_own_price()
    {
        await market.Change(GateMarket.Urn, h => h.StateOccupancy(0));
        HttpClient http = await market.CaseSystem();
        JsonElement decided = await Allowed(http);

        (int dearer, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-11-24", price = "6200.00" });
        (int once, _) = await CalledOff(http, decided);
        (int twice, JsonElement used) = await CalledOff(http, decided);

        Assert.Equal((409, "PRICE"), (dearer, problem.GetProperty("reasons")[0].Text("code")));
        Assert.Equal((201, 409), (once, twice));
        Assert.Equal("DECISION_USED", used.GetProperty("reasons")[0].Text("code"));
    }

    [Fact]
    public async Task Another_authoritys_decision_is_not_there()
    {
        JsonElement decided = await Allowed(await market.CaseSystem());

        (int status, _) = await CalledOff(await market.CaseSystem("hartlepool-casework"), decided);

        Assert.Equal(404, status);
        Assert.Equal(403, (await CalledOff(await market.CaseSystem(scope: "gate"), decided)).Status);
    }

    [Fact]
    public async Task A_referral_with_a_name_or_without_types_is_refused()
    {
        HttpClient http = await market.CaseSystem();
        (int status, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new { childReference = "Anna Smith", childAge = 14, serviceTypes = Array.Empty<string>(), urgency = "planned", neededBy = "2026-12-20T09:00:00Z", windowClosesAt = "2026-11-25T17:00:00Z" });

        Assert.Equal(422, status);
        Assert.Equal(["childReference", "serviceTypes"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal(404, (await http.Send(HttpMethod.Get, "/api/v1/referrals/R-2026-00000000/offers")).Status);
    }

    [Fact]
    public async Task A_price_for_an_hour_is_called_off_with_the_hours_a_week_and_never_without()
    {
        await market.App.WithDb(db => db.Set<FrameworkLot>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Unit, "hour")));
        HttpClient http = await market.CaseSystem();
        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-4714", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 45, unit = "hour" }, Guid.NewGuid().ToString());
        string decision = decided.Text("id");

        (int none, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision, from = "2026-11-24", weeks = 40 });
        (int tooMany, _) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision, from = "2026-11-24", weeks = 40, unitsPerWeek = 169 });
        HttpClient officer = await market.App.SignedInAs(await market.App.Someone(market.Warwickshire, Role.PlacementOfficer));
        Assert.Contains("How many hours a week are agreed?", PostForms.Words(await officer.Page($"/call-offs/new?decision={decision}")), StringComparison.Ordinal);
        (int made, JsonElement callOff) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision, from = "2026-11-24", weeks = 40, unitsPerWeek = 20 });

        Assert.Equal((409, 409, 201), (none, tooMany, made));
        Assert.Equal(("UNITS_MISSING", "UnitsPerWeek"), (problem.GetProperty("reasons")[0].Text("code"), problem.GetProperty("reasons")[0].Text("field")));
        Assert.Equal("20", callOff.Text("unitsPerWeek"));
        Assert.Equal(new Money(36_000m), (await market.App.WithDb(db => db.Frameworks.SingleAsync())).ValueUsed);
        Assert.Contains("Hours a week 20", PostForms.Words(await officer.Page($"/call-offs/{callOff.Text("id")}/agreement")), StringComparison.Ordinal);
    }

    private static async Task<string> Referred(HttpClient http)
    {
        (int status, JsonElement sent) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new
        {
            childReference = "C-4711",
            childAge = 14,
            serviceTypes = new[] { "residential", "therapeutic" },
            urgency = "planned",
            neededBy = "2026-12-20T09:00:00Z",
            windowClosesAt = "2026-11-25T17:00:00Z",
        });
        Assert.Equal(201, status);
        return sent.Text("id");
    }

    private async Task OfferedAndMatched(string referral)
    {
        Actor provider = await market.App.Someone(market.Provider, Role.ProviderBidder);
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Offer offer = await market.App.Do((OfferPlace make) => make.Execute(
            provider, referral, new OfferedPlace(GateMarket.Urn, "residential", new Money(6100m), "week", new DateOnly(2026, 12, 1), "A small home with a school nearby.", []), default));
        await market.App.Do((AssessOffer assess) => assess.Execute(officer, referral, offer.Id, true, "Near school; the manager knows the need.", default));
    }

    private static Task<(int Status, JsonElement Body)> Decided(HttpClient http, string? referral, decimal price = 6100m, string child = "C-4711") =>
        http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = child, childAge = 14, serviceType = "residential", urgency = "planned", neededBy = "2026-12-20T09:00:00Z", homeUrn = GateMarket.Urn, price, weeks = 26, referral }, Guid.NewGuid().ToString());

    private static async Task<JsonElement> Allowed(HttpClient http, string child = "C-4711")
    {
        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = child, childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, Guid.NewGuid().ToString());
        Assert.Equal("allow", decided.Text("outcome"));
        return decided;
    }

    private static Task<(int Status, JsonElement Body)> CalledOff(HttpClient http, JsonElement decided) =>
        http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-11-24" });
}
