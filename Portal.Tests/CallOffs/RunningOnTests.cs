using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Insight;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>What a placement counts for: in every unit alike, and as it has come to once it outlives the weeks that were agreed.</summary>
public sealed class RunningOnTests : IAsyncLifetime
{
    private static readonly Threshold LightTouch = Threshold.On(new DateOnly(2026, 11, 23), AuthorityKind.SubCentral, PurchaseKind.LightTouch);
    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Once_it_outlives_its_weeks_it_counts_more_each_day_until_it_ends()
    {
        CallOff callOff = await CalledOff(4m);
        Assert.Equal(new DateOnly(2026, 12, 23), PlacementValue.OutlivesFrom(callOff));
        market.App.Clock.Move(TimeSpan.FromDays(29));
        Assert.Equal(0, await Look());
        market.App.Clock.Move(TimeSpan.FromDays(7));

        Assert.Equal((1, 0), (await Look(), await Look()));

        // From 24 November to 28 December: 35 days at £6,100 a week.
        Framework framework = await market.App.WithDb(db => db.Frameworks.SingleAsync());
        Assert.Equal(("30500.00", "24400.00"), (framework.ValueUsed.ToApi(), framework.ValueAgreed.ToApi()));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "framework.valueRanOn")));
        HttpClient browser = await market.App.SignedInAs(officer);
        Assert.Contains("Value so far £30,500.00: it has run longer than was agreed.", PostForms.Words(await browser.Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);

        await market.App.Do((EndPlacement end) => end.Execute(officer, callOff.Ref, new Leaving(new DateOnly(2026, 12, 29), "Moved home.", new DateOnly(2026, 11, 24)), default));
        Assert.Equal("30500.00", (await market.App.WithDb(db => db.Frameworks.SingleAsync())).ValueUsed.ToApi());
        market.App.Clock.Move(TimeSpan.FromDays(7));
        Assert.Equal(0, await Look());
    }

    [Fact]
    public async Task A_number_of_weeks_that_nobody_lives_stops_no_look()
    {
        Assert.Equal(1_000_000m, (await CalledOff(1_000_000m)).Weeks);

        Assert.Equal(0, await Look());
    }

    [Theory]
    [InlineData("night", 900, null, 5.0, 31_500)]
    [InlineData("day", 900, null, 5.0, 31_500)]
    [InlineData("year", 317_200, null, 5.0, 30_500)]
    [InlineData("night", 900, null, 4.0, null)]
    [InlineData("hour", 45, 20, 40.0, 36_000)]
    [InlineData("session", 60, 2, 40.0, null)]
    public async Task A_price_of_another_unit_raises_the_duty_by_what_it_comes_to(string unit, int price, int? perWeek, double weeks, int? value)
    {
        CallOff callOff = await CalledOff((decimal)weeks);
        await market.App.WithDb(db => db.CallOffs.ExecuteUpdateAsync(set => set.SetProperty(c => c.Unit, unit).SetProperty(c => c.Price, new Money(price)).SetProperty(c => c.UnitsPerWeek, (decimal?)perWeek)));
        CallOff priced = await market.App.WithDb(db => db.CallOffs.SingleAsync(c => c.Id == callOff.Id));

        Assert.Equal(value is { } pounds ? new Money(pounds) : null, ContractDetailsDuty.Of(priced, LightTouch)?.Value);
        AuthorityFigures figures = Assert.Single(await market.App.WithDb(db => db.AuthorityFigures(new InsightScope("West midlands", OrganisationKind.RegionalCooperative, market.Cooperative, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)), default)), f => f.CallOffs > 0);
        Assert.Equal(PlacementValue.AtSignature(priced), figures.Value);
    }

    [Fact]
    public async Task An_hours_price_of_an_earlier_call_off_cannot_be_said_and_counts_as_above_every_threshold()
    {
        CallOff callOff = await CalledOff(5m);
        await market.App.WithDb(db => db.CallOffs.ExecuteUpdateAsync(set => set.SetProperty(c => c.Unit, "hour")));
        CallOff priced = await market.App.WithDb(db => db.CallOffs.SingleAsync(c => c.Id == callOff.Id));

        ContractDetailsDuty duty = ContractDetailsDuty.Of(priced, LightTouch)!;

        Assert.Null(duty.Value);
        Assert.NotNull(duty.LastDay);
    }

    private Task<int> Look() => market.App.Do((CountRunningOn count) => count.Execute(default));

    private async Task<CallOff> CalledOff(decimal weeks)
    {
        var asked = new AskedOption { ChildReference = "C-1", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.SameDay, HomeUrn = GateMarket.Urn, Price = new Money(6100m), Weeks = weeks };
        GateDecision decision = await market.App.Do((RecordDecision record) => record.Execute(officer, asked, null, default));
        return await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, new DateOnly(2026, 11, 24)), default));
    }
}
