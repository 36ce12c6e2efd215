using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>A call-off by competition, played from the referral to the place.</summary>
public sealed class FurtherCompetitionTests : IAsyncLifetime
{
    private const string Procedure = "FurtherCompetition";
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Members_answer_the_window_closes_offers_are_matched_and_the_place_is_called_off()
    {
        HttpClient http = await market.CaseSystem();
        string referral = await Referred(http);
        string subject = $"referral/{referral}";
        await market.App.Pump();
        Assert.Equal(["window"], await market.App.WaitsAt(Procedure, subject));

        Offer offer = await Offered(referral);
        await market.App.Pump();
        Assert.Equal(["match"], await market.App.WaitsAt(Procedure, subject));
        Assert.Equal(ReferralStage.WindowClosed, await Stage());

        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        await market.App.Do((AssessOffer assess) => assess.Execute(officer, referral, offer.Id, true, "Near school.", default));
        await market.App.Pump();
        Assert.Equal(["place"], await market.App.WaitsAt(Procedure, subject));

        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = "6100.00", weeks = 26, childReference = "C-4711", referral }, "d-1");
        (int status, JsonElement made) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-12-20", price = "6100.00" });
        Assert.True(status == 201, made.ToString());
        await market.App.Pump();
        Assert.Equal(InstanceState.Finished, await market.App.StateOf(Procedure, subject));
        await market.App.NothingFailed();
    }

    [Fact]
    public async Task When_nobody_offers_the_officer_is_told_and_reminded_before_the_child_needs_the_place()
    {
        string referral = await Referred(await market.CaseSystem());
        await market.App.Pump();
        await market.App.PumpAt(new DateTimeOffset(2026, 11, 25, 17, 0, 1, TimeSpan.Zero));

        Assert.Equal(ReferralStage.WindowClosed, await Stage());
        Assert.Equal(1, await market.App.MessagesTo(market.Warwickshire, Role.PlacementOfficer, "Nobody offered a place"));
        Assert.Equal(["place"], await market.App.WaitsAt(Procedure, $"referral/{referral}"));
        await market.App.PumpAt(new DateTimeOffset(2026, 12, 19, 9, 0, 1, TimeSpan.Zero));
        Assert.Equal(1, await market.App.MessagesTo(market.Warwickshire, Role.PlacementOfficer, "Ask the gate and call the place off"));
    }

    [Fact]
    public async Task Where_no_member_is_eligible_the_officer_learns_it_at_once()
    {
        await Referred(await market.CaseSystem("hartlepool-casework"));
        await market.App.Pump();

        Assert.Equal(1, await market.App.MessagesTo(market.Hartlepool, Role.PlacementOfficer, "Nobody could be asked"));
    }

    [Fact]
    public async Task A_withdrawn_referral_leaves_nothing_waiting()
    {
        string referral = await Referred(await market.CaseSystem());
        await market.App.Pump();
        await market.App.WithDb(async db =>
        {
            (await db.Referrals.SingleAsync()).Withdraw("The child stays with an aunt.");
            await db.Save(Actor.Portal);
        });
        await market.App.Pump();

        Assert.Equal(InstanceState.EndedEarly, await market.App.StateOf(Procedure, $"referral/{referral}"));
        Assert.Empty(await market.App.WaitsAt(Procedure, $"referral/{referral}"));
    }

    private static async Task<string> Referred(HttpClient http)
    {
        (int status, JsonElement sent) = await http.Send(HttpMethod.Post, "/api/v1/referrals", new
        {
            childReference = "C-4711",
            childAge = 14,
            serviceTypes = new[] { "residential" },
            urgency = "planned",
            neededBy = "2026-12-20T09:00:00Z",
            windowClosesAt = "2026-11-25T17:00:00Z",
        });
        Assert.Equal(201, status);
        return sent.Text("id");
    }

    private async Task<Offer> Offered(string referral)
    {
        Actor provider = await market.App.Someone(market.Provider, Role.ProviderBidder);
        return await market.App.Do((OfferPlace make) => make.Execute(
            provider, referral, new OfferedPlace(GateMarket.Urn, "residential", new Money(6100m), "week", new DateOnly(2026, 12, 1), "A small home with a school nearby.", []), default));
    }

    private Task<ReferralStage> Stage() => market.App.WithDb(db => db.Referrals.Select(r => r.Stage).SingleAsync());
}
