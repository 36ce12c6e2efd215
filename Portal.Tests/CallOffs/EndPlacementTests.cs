using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Web.CallOffs;

namespace Portal.Tests.CallOffs;

/// <summary>A placement ends: the place is free, provider and finance are told, and what the provider has said since is not corrected from afar.</summary>
public sealed class EndPlacementTests : IAsyncLifetime
{
    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_officer_records_that_a_child_has_left_and_the_place_is_free()
    {
        CallOff callOff = await CalledOff();
        Assert.Equal(4, await Occupied());
        HttpClient browser = await market.App.SignedInAs(officer);
        Assert.Contains($"/call-offs/{callOff.Ref}/end", await browser.Page($"/call-offs/{callOff.Ref}"), StringComparison.Ordinal);
        market.App.Clock.Move(TimeSpan.FromDays(10));
        browser = await market.App.SignedInAs(officer);

        HttpResponseMessage ahead = await End(browser, callOff, "24", "12");
        HttpResponseMessage before = await End(browser, callOff, "20", "11");
        HttpResponseMessage wordless = await End(browser, callOff, "2", "12", "");
        HttpResponseMessage ended = await End(browser, callOff, "2", "12");
        HttpResponseMessage twice = await End(browser, callOff, "2", "12");

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict], new[] { ahead, before, wordless, ended, twice }.Select(a => a.StatusCode));
        Assert.Equal(3, await Occupied());
        CallOff now = await market.App.WithDb(db => db.CallOffs.SingleAsync());
        Assert.Equal((CallOffStage.Ended, (DateOnly?)new DateOnly(2026, 12, 2)), (now.Stage, now.EndedOn));
        Assert.Equal(2, await market.App.WithDb(db => db.Messages.CountAsync(m => m.Subject == $"The placement {callOff.Ref} has ended")));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "callOff.ended" && e.Person == officer.Person)));
        Assert.Contains("Notice Paid to Tuesday 29 December 2026", PostForms.Words(await browser.Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);
        Assert.Contains("Last day", PostForms.Words(await browser.Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);
        Assert.Contains("Ended", PostForms.Words(await browser.Page("/call-offs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_framework_counts_what_an_ended_placement_came_to_and_keeps_what_was_agreed()
    {
        CallOff callOff = await CalledOff();
        Actor commissioner = await market.App.Someone(market.Warwickshire, Role.Commissioner);
        Assert.Equal(new Money(6100m * 26), (await FrameworkNow()).ValueUsed);
        market.App.Clock.Move(TimeSpan.FromDays(10));

        await market.App.Do((EndPlacement end) => end.Execute(officer, callOff.Ref, new Leaving(new DateOnly(2026, 12, 2), "Moved home."), default));

        // Eight days and 28 of notice at £6,100 a week.
        Framework framework = await FrameworkNow();
        Assert.Equal(("31371.43", "127228.57", "158600.00"), (framework.ValueUsed.ToApi(), framework.ValueReleased.ToApi(), framework.ValueAgreed.ToApi()));
        FrameworkCommitment kept = await market.App.WithDb(db => db.FrameworkCommitments.SingleAsync());
        Assert.Equal((new Money(158_600m), (DateOnly?)new DateOnly(2026, 12, 2)), (kept.Value, kept.SettledOn));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "framework.valueSettled" && e.Person == officer.Person)));
        string page = PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/call-offs/{callOff.Ref}"));
        Assert.Contains("Value agreed at signature £158,600.00 Value by the agreed fee, with notice £31,371.43.", page, StringComparison.Ordinal);
        string whole = PostForms.Words(await (await market.App.SignedInAs(commissioner)).Page("/frameworks/WM-2026"));
        Assert.Contains("At signature £158,600.00 was agreed. Placements that have ended, with their notice, and those that outlive their agreed weeks come to £127,228.57 less.", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_given_before_counts_from_its_own_day()
    {
        CallOff callOff = await CalledOff();
        market.App.Clock.Move(TimeSpan.FromDays(10));
        HttpClient browser = await market.App.SignedInAs(officer);
        Assert.Contains("Notice of a planned ending is 28 days by either side. It counts from the day on which it was given", PostForms.Words(await browser.Page($"/call-offs/{callOff.Ref}/end")), StringComparison.Ordinal);

        HttpResponseMessage ended = await End(browser, callOff, "2", "12", notice: ("24", "11"));

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(new DateOnly(2026, 12, 22), await market.App.WithDb(db => db.CallOffs.Select(c => c.PaidTo).SingleAsync()));
        Assert.Equal(new Money(6100m * 4), (await FrameworkNow()).ValueUsed);
        Assert.Contains("Notice Paid to Monday 21 December 2026", PostForms.Words(await browser.Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);
        Assert.All(await Told(callOff), body => Assert.Contains("Notice was given on Tuesday 24 November 2026 and is paid to Monday 21 December 2026, as its agreement says.", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_that_had_run_out_is_not_paid_again()
    {
        CallOff callOff = await CalledOff();
        market.App.Clock.Move(TimeSpan.FromDays(40));

        await market.App.Do((EndPlacement end) => end.Execute(officer, callOff.Ref, new Leaving(new DateOnly(2026, 12, 22), "Moved home.", new DateOnly(2026, 11, 24)), default));

        CallOff now = await market.App.WithDb(db => db.CallOffs.SingleAsync());
        Assert.Equal(now.EndedOn, now.PaidTo);
        Assert.Equal(("Had run out by the day of leaving", "None: the agreement gives no notice"), (AgreementWords.NoticePaid(now, new AgreedNotice(28, null)), AgreementWords.NoticePaid(now, new AgreedNotice(0, null))));
        Assert.Contains("Notice Had run out by the day of leaving", PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);
        Assert.All(await Told(callOff), body => Assert.Contains("had run out by the day of leaving.", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_after_leaving_or_before_the_call_off_is_refused_and_what_was_typed_stays()
    {
        CallOff callOff = await CalledOff();
        market.App.Clock.Move(TimeSpan.FromDays(10));
        HttpClient browser = await market.App.SignedInAs(officer);

        HttpResponseMessage late = await End(browser, callOff, "1", "12", notice: ("2", "12"));
        HttpResponseMessage early = await End(browser, callOff, "1", "12", notice: ("22", "11"));
        HttpResponseMessage unreadable = await End(browser, callOff, "1", "12", notice: ("31", "11"));

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity], new[] { late, early, unreadable }.Select(a => a.StatusCode));
        Assert.Contains("Notice is given on the day of leaving at the latest.", PostForms.Words(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        string again = await early.Content.ReadAsStringAsync();
        Assert.Contains("Notice cannot be given before the place was called off, on Monday 23 November 2026.", PostForms.Words(again), StringComparison.Ordinal);
        Assert.Matches("name=\"Form.NoticeGivenOn.Day\"[^>]*value=\"22\"", again);
        Assert.Contains("Moved home.", again, StringComparison.Ordinal);
        Assert.Equal(CallOffStage.Agreed, (await market.App.WithDb(db => db.CallOffs.SingleAsync())).Stage);
    }

    [Fact]
    public async Task What_the_provider_said_on_that_day_or_since_stands()
    {
        CallOff callOff = await CalledOff();
        market.App.Clock.Move(TimeSpan.FromDays(10));
        Actor provider = await market.App.Someone(market.Provider, Role.ProviderBidder);
        await market.App.Do((StateVacancies state) => state.Execute(provider, GateMarket.Urn, 3, default));

        await market.App.Do((EndPlacement end) => end.Execute(officer, callOff.Ref, new Leaving(new DateOnly(2026, 12, 2), "Moved home."), default));

        Assert.Equal(3, await Occupied());
    }

    [Fact]
    public async Task Neither_the_provider_nor_another_authority_ends_it()
    {
        CallOff callOff = await CalledOff();
        HttpClient provider = await market.App.SignedInAs(Role.ProviderBidder, market.Provider);
        HttpClient stranger = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri($"/call-offs/{callOff.Ref}/end", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/call-offs/{callOff.Ref}/end", UriKind.Relative))).StatusCode);
        Assert.DoesNotContain($"/call-offs/{callOff.Ref}/end", await provider.Page($"/call-offs/{callOff.Ref}"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> End(HttpClient browser, CallOff callOff, string day, string month, string reason = "Moved home.", (string Day, string Month)? notice = null) =>
        browser.PostForm(
            $"/call-offs/{callOff.Ref}/end",
            ("Form.On.Day", day), ("Form.On.Month", month), ("Form.On.Year", "2026"), ("Form.Reason", reason),
            ("Form.NoticeGivenOn.Day", notice?.Day ?? ""), ("Form.NoticeGivenOn.Month", notice?.Month ?? ""), ("Form.NoticeGivenOn.Year", notice is null ? "" : "2026"));

    private Task<List<string>> Told(CallOff callOff) => market.App.WithDb(db => db.Messages.Where(m => m.Subject == $"The placement {callOff.Ref} has ended").Select(m => m.Body).ToListAsync());

    private Task<Framework> FrameworkNow() => market.App.WithDb(db => db.Frameworks.SingleAsync());

    private Task<int> Occupied() => market.App.WithDb(db => db.ProviderHomes.Where(h => h.Urn == GateMarket.Urn).Select(h => h.PlacesOccupied).SingleAsync());

    private async Task<CallOff> CalledOff()
    {
        GateDecision decision = await market.App.Do((RecordDecision record) => record.Execute(
            officer, new AskedOption { ChildReference = "C-1", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.SameDay, HomeUrn = GateMarket.Urn, Price = new Money(6100m), Weeks = 26 }, null, default));
        return await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, new DateOnly(2026, 11, 24)), default));
    }
}
