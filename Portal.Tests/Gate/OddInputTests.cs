using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>What people and case systems really send: unknown homes, prices in other units, ages at the edge, clock changes, frameworks that end.</summary>
public sealed class OddInputTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_urn_that_the_portal_does_not_know_counts_as_not_registered_until_the_officer_has_looked()
    {
        (_, JsonElement planned) = await Record(new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = "SC123456", price = 5000 });
        (_, JsonElement tonight) = await Record(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = "SC123456", price = 5000, declaration = "Seen as active on the regulator's register." });

        Assert.Equal(("block", "A1"), (planned.Text("outcome"), planned.Text("decisive")));
        Assert.Equal(("allowEmergency", "E1"), (tonight.Text("outcome"), tonight.Text("decisive")));
    }

    [Fact]
    public async Task A_home_on_two_frameworks_is_allowed_at_either_and_the_lower_price_binds_elsewhere()
    {
        await market.App.WithDb(async db =>
        {
            Framework second = FrameworkScene.Agreed(market.Hartlepool, await db.Organisations.Where(o => o.Code == "north-east").Select(o => o.Id).SingleAsync(), "NE-2026");
            second.GoLive(PortalApp.Start);
            Admission admission = second.Admit("1", market.Provider);
            HomeAdmission home = admission.PutForward(GateMarket.Urn);
            home.AgreePrice(second.Lot("1"), PriceTerms.Of(new Money(5800m)), second.StartsOn);
            FrameworkScene.SeeEverything(home);
            home.Onboard(FrameworkScene.Good, Judgement.Good, FrameworkScene.Today);
            db.AddRange(second, admission, home, Accession.OfNamedUser(second, market.Hartlepool, "Deed 13", PortalApp.Start));
            await db.Save(Actor.Portal);
        });
        (_, JsonElement own) = await Record(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 });
        (_, JsonElement above) = await Record(new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = 6200 });

        Assert.Equal(("allow", "C1"), (own.Text("outcome"), own.Text("decisive")));
        Assert.Contains("PRICE_ABOVE_REGISTER", own.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(("C3", "5800.00"), (above.Text("decisive"), above.Text("allowedPrice")));
    }

    [Theory]
    [InlineData(0, "C1")]
    [InlineData(17, "C1")]
    [InlineData(18, "G0")]
    [InlineData(25, "G0")]
    public async Task An_age_at_the_edge_is_read_as_it_is(int age, string rule)
    {
        (int status, JsonElement answer) = await Record(new { childAge = age, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 });

        Assert.Equal((201, rule), (status, answer.RulesOf()[0]));
    }

    [Theory]
    [InlineData("""{"childAge":-1,"serviceType":"residential","urgency":"planned","price":1}""", "childAge")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":1,"weeks":-2}""", "weeks")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":"610000p"}""", "price")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","price":"6,100"}""", "price")]
    [InlineData("""{"childAge":14,"serviceType":"residential","urgency":"planned","homeUrn":"SC900001","price":317200,"unit":"year"}""", "unit")]
    public async Task What_cannot_be_meant_is_refused_under_its_field(string body, string field)
    {
        (int status, JsonElement problem) = await Record(body);

        Assert.Equal(422, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task An_excluded_provider_is_known_to_the_portal_and_cannot_be_asserted_away()
    {
        await market.App.WithDb(async db =>
        {
            var decision = (ParticipationDecision)Activator.CreateInstance(typeof(ParticipationDecision), nonPublic: true)!;
            EntityEntry<ParticipationDecision> entry = db.Entry(decision);
            entry.Property(d => d.Id).CurrentValue = Id.New<ParticipationDecisionId>();
            entry.Property(d => d.Tender).CurrentValue = Id.New<TenderId>();
            entry.Property(d => d.Bidder).CurrentValue = market.Provider;
            entry.Property(d => d.Outcome).CurrentValue = ParticipationOutcome.Excluded;
            entry.Property(d => d.DecidedAt).CurrentValue = PortalApp.Start;
            entry.State = EntityState.Added;
            await db.Save(Actor.Portal);
        });
        (_, JsonElement newcomer) = await Record(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100, excluded = false });
        (_, JsonElement lastResort) = await Record(new { childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100, onlyPoorRegisteredAvailable = true });

        Assert.Equal(("block", "A6"), (newcomer.Text("outcome"), newcomer.Text("decisive")));
        Assert.Equal(("pending", "S2"), (lastResort.Text("outcome"), lastResort.Text("decisive")));
        Assert.Equal(["directorOfChildrensServices", "legal"], lastResort.GetProperty("requiredApprovals").EnumerateArray().Select(a => a.GetProperty("role").GetString()));
    }

    [Theory]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T12:00:00Z", false)]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-26T11:59:00Z", true)]
    [InlineData("2027-03-27T23:30:00Z", "2027-03-30T11:00:00Z", false)]
    [InlineData("2027-03-27T23:30:00Z", "2027-03-30T10:59:00Z", true)]
    public void On_the_nights_of_the_clock_change_noon_is_londons_noon(string at, string neededBy, bool emergency)
    {
        DateTimeOffset asked = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        GateAnswer answer = Ask.Decide(Ask.Gap with
        {
            At = asked,
            Need = Ask.Gap.Need with { Urgency = Urgency.OutOfHours, KnownSince = asked, NeededBy = DateTimeOffset.Parse(neededBy, System.Globalization.CultureInfo.InvariantCulture) },
        });

        Assert.Equal(emergency, answer.Rules()[0] == "E1");
    }

    [Fact]
    public async Task A_placement_outlives_its_framework_at_its_own_price_and_a_new_one_finds_no_cover()
    {
        HttpClient http = await market.CaseSystem();
        (_, JsonElement decided) = await Record(new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 });
        await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-11-24" });
        await market.App.WithDb(async db =>
        {
            (await db.Frameworks.SingleAsync(f => f.Ref == "WM-2026")).Expire();
            await db.Save(Actor.Portal);
        });
        await market.Change(GateMarket.Urn, h => h.StateOccupancy(2));
        (_, JsonElement stays) = await Record(new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = 6100, alreadyLivesThere = true });
        (_, JsonElement comes) = await Record(new { childReference = "C-4712", childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = 6100, weeks = 26 });

        Assert.Equal(("D6", 1), (stays.RulesOf()[0], stays.GetProperty("requiredApprovals").GetArrayLength()));
        Assert.Equal("B4", comes.RulesOf()[0]);
        Assert.Equal(new Money(6100m), await market.App.WithDb(db => db.CallOffs.Select(c => c.Price).SingleAsync()));
    }

    private async Task<(int Status, JsonElement Body)> Record(object body) =>
        await (await market.CaseSystem()).Send(HttpMethod.Post, "/api/v1/gate/decisions", body, Guid.NewGuid().ToString());
}
