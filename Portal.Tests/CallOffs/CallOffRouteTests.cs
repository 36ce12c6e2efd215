using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>Every way in which a place is called off, with its price and its agreement: direct award, further competition, block place, spot.</summary>
public sealed class CallOffRouteTests : IAsyncLifetime
{
    private const string Other = "SC900007";

    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        await market.Change(GateMarket.Urn, h => h.StateOccupancy(0));
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_direct_award_goes_to_the_first_by_schedule_price_and_a_competition_to_the_first_by_offered_price()
    {
        await AddOtherHome(schedule: 6300m);
        string referral = await Referred(first: 6100m, other: 5900m);
        GateDecision decision = await Decided(GateMarket.Urn, 6100m, referral);

        RuleBroken beaten = await Assert.ThrowsAsync<RuleBroken>(() => CalledOff(decision, r => r with { Route = CallOffRoute.FurtherCompetition }));
        CallOff direct = await CalledOff(decision, r => r with { Route = CallOffRoute.DirectAward });

        Assert.Equal("NOT_FIRST", beaten.Reasons[0].Code);
        Assert.Contains(Other, beaten.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Equal((CallOffRoute.DirectAward, new Money(6100m)), (direct.Route, direct.Price));
        Assert.Contains("lowest schedule price", await Agreement(direct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_child_wishes_decides_when_more_than_one_fits_and_stands_in_the_agreement()
    {
        await AddOtherHome(schedule: 6000m);
        string referral = await Referred(first: 6100m, other: 5900m);
        GateDecision decision = await Decided(GateMarket.Urn, 6100m, referral);
        HttpClient browser = await market.App.SignedInAs(officer);
        string page = $"/call-offs/new?decision={decision.Id.Value}";
        (string, string)[] form = [("Form.From.Day", "20"), ("Form.From.Month", "12"), ("Form.From.Year", "2026"), ("Form.Way", "FurtherCompetition")];

        HttpResponseMessage refused = await browser.PostForm(page, form);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        HttpResponseMessage made = await browser.PostForm(page, [.. form, ("Form.ChosenBecause", "The child wishes to stay near the school.")]);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        CallOff callOff = await market.App.WithDb(db => db.CallOffs.SingleAsync());
        Assert.Equal((CallOffRoute.FurtherCompetition, "The child wishes to stay near the school."), (callOff.Route, callOff.ChosenBecause));
        Assert.Contains("wishes to stay near the school", await Agreement(callOff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_needed_within_24_hours_waits_for_no_comparison()
    {
        await AddOtherHome(schedule: 6000m);
        string referral = await Referred(first: 6100m, other: 5900m, close: false);
        GateDecision tonight = await Decided(GateMarket.Urn, 6100m, referral, d => d with { Urgency = Urgency.SameDay, NeededBy = PortalApp.Start.AddHours(10) });

        Assert.Equal(GateMarket.Urn, (await CalledOff(tonight, r => r)).HomeUrn);
    }

    [Fact]
    public async Task A_block_place_costs_the_block_fee_until_all_are_taken_and_the_region_sees_what_stands_empty()
    {
        await Reprice(terms => terms with { BlockDiscount = 10m, VoidRate = 85m });
        HttpClient region = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        (string, string)[] block = [("Form.Lot", "WM-2026/1"), ("Form.Urn", GateMarket.Urn), ("Form.Places", "1"), ("Form.GuaranteePercent", "100"), ("Form.From.Day", "23"), ("Form.From.Month", "11"), ("Form.From.Year", "2026"), ("Form.To.Day", "22"), ("Form.To.Month", "11"), ("Form.To.Year", "2027")];
        Assert.Equal(HttpStatusCode.Redirect, (await region.PostForm("/call-offs/blocks", block)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await region.PostForm("/call-offs/blocks", [.. block.Where(f => f.Item1 != "Form.Places"), ("Form.Places", "4")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await market.App.SignedInAs(officer)).PostForm("/call-offs/blocks", block)).StatusCode);
        BlockContract agreed = await market.App.WithDb(db => db.BlockContracts.SingleAsync());
        Assert.Contains("£4,666.50 a week for empty places", PostForms.Words(await region.Page("/call-offs/blocks")), StringComparison.Ordinal);

        CallOff first = await CalledOff(await Tonight("C-1"), r => r with { Route = CallOffRoute.BlockPlace, Block = agreed.Id });
        RuleBroken full = await Assert.ThrowsAsync<RuleBroken>(async () => await CalledOff(await Tonight("C-2"), r => r with { Route = CallOffRoute.BlockPlace, Block = agreed.Id }));

        Assert.Equal((CallOffRoute.BlockPlace, new Money(5490m), agreed.Ref), (first.Route, first.Price, first.BlockRef));
        Assert.Equal("BLOCK_FULL", full.Reasons[0].Code);
        Assert.Contains("£0.00 a week for empty places", PostForms.Words(await region.Page("/call-offs/blocks")), StringComparison.Ordinal);
        string agreement = await Agreement(first);
        Assert.Contains($"block {agreed.Ref}", agreement, StringComparison.Ordinal);
        Assert.Contains("less block discount, 10 % of the core fee £610.00", agreement, StringComparison.Ordinal);
        Assert.Contains("Notice of a planned ending is 28 days by either side.", agreement, StringComparison.Ordinal);
        Assert.Contains("paid in full for 14 days, then at 50 % of it", agreement, StringComparison.Ordinal);
        Assert.Contains(agreed.Ref, await (await market.App.SignedInAs(Role.ProviderBidder, market.Provider)).Page("/call-offs/blocks"), StringComparison.Ordinal);
        Assert.DoesNotContain(agreed.Ref, await (await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool)).Page("/call-offs/blocks"), StringComparison.Ordinal);

        // The child leaves without notice: while the notice is paid, the empty place is not paid for as well.
        market.App.Clock.MoveTo(PortalApp.Start.AddDays(10));
        await market.App.Do((EndPlacement end) => end.Execute(officer, first.Ref, new Leaving(LondonTime.DateOf(PortalApp.Start.AddDays(10)), "Moved to a foster family"), default));
        region = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        string left = PostForms.Words(await region.Page("/call-offs/blocks"));
        Assert.Contains("0 taken, 1 left with notice still paid", left, StringComparison.Ordinal);
        Assert.Contains("£0.00 a week for empty places", left, StringComparison.Ordinal);
        market.App.Clock.MoveTo(PortalApp.Start.AddDays(38));
        region = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        Assert.Contains("£4,666.50 a week for empty places", PostForms.Words(await region.Page("/call-offs/blocks")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sibling_who_lives_there_and_the_volume_reached_lower_the_fee_and_a_year_is_named_in_the_agreement()
    {
        await Reprice(terms => terms with { SiblingDiscount = 5m, VolumeDiscount = 2m, VolumeFrom = 2, LongTermDiscount = 3m });
        CallOff first = await CalledOff(await Tonight("C-1"), r => r);
        GateDecision brother = await Tonight("C-2");

        RuleBroken unknown = await Assert.ThrowsAsync<RuleBroken>(() => CalledOff(brother, r => r with { SiblingReference = "C-9" }));
        CallOff second = await CalledOff(brother, r => r with { SiblingReference = "C-1" });

        Assert.Equal("SIBLING_UNKNOWN", unknown.Reasons[0].Code);
        Assert.Equal((new Money(6100m), (Money?)new Money(5917m)), (first.Price, first.AfterAYear));
        Assert.Equal((new Money(5673m), (Money?)new Money(5490m)), (second.Price, second.AfterAYear));
        string agreement = await Agreement(second);
        Assert.Contains("less sibling discount, 5 % of the core fee £305.00", agreement, StringComparison.Ordinal);
        Assert.Contains("less volume discount, 2 % of the core fee £122.00", agreement, StringComparison.Ordinal);
        Assert.Contains("once the child has lived there 52 weeks £5,490.00", agreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_takes_the_way_and_answers_it()
    {
        HttpClient http = await market.CaseSystem();
        GateDecision decision = await Tonight("C-1");

        (int unknown, _) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decision.Id.Value, from = "2026-11-24", route = "blockPlace", block = Guid.NewGuid() });
        (int status, JsonElement made) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decision.Id.Value, from = "2026-11-24", route = "directAward" });

        Assert.Equal((409, 201, "directAward"), (unknown, status, made.Text("route")));
    }

    private async Task<string> Agreement(CallOff callOff) => PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/call-offs/{callOff.Ref}/agreement"));

    private Task<CallOff> CalledOff(GateDecision decision, Func<CallOffRequest, CallOffRequest> with) =>
        market.App.Do((MakeCallOff make) => make.Execute(officer, with(new CallOffRequest(decision.Id, new DateOnly(2026, 11, 24))), default));

    private Task<GateDecision> Tonight(string child) => Decided(GateMarket.Urn, 6100m, null, d => d with { ChildReference = child, Urgency = Urgency.SameDay, NeededBy = PortalApp.Start.AddHours(10) });

    private async Task<GateDecision> Decided(string urn, decimal price, string? referral, Func<AskedOption, AskedOption>? with = null)
    {
        AskedOption asked = new() { ChildReference = "C-1", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.Planned, NeededBy = PortalApp.Start.AddDays(20), HomeUrn = urn, Price = new Money(price), Weeks = 26, NewContract = true, Referral = referral };
        GateDecision decision = await market.App.Do((RecordDecision record) => record.Execute(officer, with?.Invoke(asked) ?? asked, null, default));
        Assert.True(decision.Permits, decision.AnswerJson);
        return decision;
    }

    private async Task<string> Referred(decimal first, decimal other, bool close = true)
    {
        Referral referral = await market.App.Do((SendReferral send) => send.Execute(officer, new ReferralNeed { ChildReference = "C-1", ChildAge = 14, ServiceTypes = ["residential"], Urgency = "planned", NeededBy = PortalApp.Start.AddDays(20), WindowClosesAt = PortalApp.Start.AddDays(2) }, default));
        foreach ((string urn, decimal price, OrganisationId whose) in new[] { (GateMarket.Urn, first, market.Provider), (Other, other, await market.App.Organisation("P-200", OrganisationKind.Provider)) })
        {
            Actor provider = await market.App.Someone(whose, Role.ProviderBidder);
            Offer offer = await market.App.Do((OfferPlace make) => make.Execute(provider, referral.Ref, new OfferedPlace(urn, "residential", new Money(price), "week", new DateOnly(2026, 12, 1), "A small home.", []), default));
            await market.App.Do((AssessOffer assess) => assess.Execute(officer, referral.Ref, offer.Id, true, "Fits.", default));
        }

        if (close)
        {
            await market.App.Do((LetWindowPass pass) => pass.Execute(referral.Ref, default));
        }

        return referral.Ref;
    }

    private async Task AddOtherHome(decimal schedule)
    {
        OrganisationId provider = await market.App.Organisation("P-200", OrganisationKind.Provider);
        await market.App.WithDb(async db =>
        {
            Framework framework = await db.Frameworks.SingleAsync();
            Admission admission = framework.Admit("1", provider);
            HomeAdmission home = admission.PutForward(Other);
            home.AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(schedule)), framework.StartsOn);
            FrameworkScene.SeeEverything(home);
            home.Onboard(FrameworkScene.Good, Judgement.Good, FrameworkScene.Today);
            db.AddRange(admission, home, ProviderHome.Register(Other, provider, "Ash House", "E10000031", ["residential"], 4, Judgement.Good));
            await db.Save(Actor.Portal);
        });
    }

    /// <summary>Other terms from tomorrow on, and a clock that has come there.</summary>
    private async Task Reprice(Func<PriceTerms, PriceTerms> change)
    {
        await market.App.WithDb(async db =>
        {
            Framework framework = await db.Frameworks.SingleAsync();
            HomeAdmission home = await db.HomeAdmissions.Include(h => h.Schedules).SingleAsync();
            PriceSchedule now = home.ScheduleOn(FrameworkScene.Today)!;
            PriceSchedule next = home.ProposePrice(framework.Lot("1"), change(now.Terms), FrameworkScene.Today.AddDays(1), "Block terms.", FrameworkScene.Today);
            home.AcceptPrice(next.Number, "Agreed.", FrameworkScene.Today);
            await db.Save(Actor.Portal);
        });
        market.App.Clock.Move(TimeSpan.FromDays(1));
    }
}
