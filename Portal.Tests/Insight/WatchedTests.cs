using System.Net;
using Portal.Domain;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Insight;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.Insight;

/// <summary>The gate's watched figures, counted from what was really done.</summary>
public sealed class WatchedTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Overrides_appeals_repeats_and_quick_approvals_are_counted()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Actor panel = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        Actor director = await market.App.Someone(market.Warwickshire, Role.Director);
        GateDecision blocked = await Ask(officer, "C-1", 7200m);
        Appeal appeal = await market.App.Do((LodgeAppeal lodge) => lodge.Execute(officer, blocked.Id, "Her brother lives there.", default));
        Appeal upheld = await market.App.Do((AnswerAppeal answer) => answer.Execute(panel, appeal.Id, true, "Together.", default));
        market.App.Clock.Move(TimeSpan.FromMinutes(4));
        await market.App.Do((ApproveDecision approve) => approve.Execute(director, upheld.Result!.Value, new ApprovalNeed(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Placement), "Yes.", default));
        await Ask(officer, "C-2", 6100m);
        await Night(officer, "C-3");
        await Night(officer, "C-3");

        WatchedFigures figures = await Figures();

        Assert.Equal((1, 4), (figures.ByAuthority[0].Overrides, figures.ByAuthority[0].Of));
        Assert.Equal(25m, figures.ByAuthority[0].Rate);
        Assert.Equal((1, 4), (Assert.Single(figures.ByProvider).Overrides, figures.ByProvider[0].Of));
        Assert.Equal(director.Name, Assert.Single(figures.ByApprover).Name);
        Assert.Equal(new AppealFigures(1, 1, 1, 0), figures.Appeals);
        Assert.Equal((1, 2), (Assert.Single(figures.Repeats).Children, figures.Repeats[0].Most));
        Assert.Equal((director.Name, 4), (Assert.Single(figures.Quick).Approver, figures.Quick[0].ShortestMinutes));
    }

    [Fact]
    public async Task A_child_searched_for_type_by_type_is_told_and_one_searched_at_once_is_not()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        await Refer(officer, "C-10", "residential");
        await Refer(officer, "C-11", "residential", "therapeutic");
        market.App.Clock.Move(TimeSpan.FromDays(3));
        await Refer(officer, "C-10", "therapeutic");
        await Refer(officer, "C-11", "residential");

        SequentialSearches found = Assert.Single((await Figures()).Sequential);

        Assert.Equal((1, 3), (found.Children, found.LongestGapDays));
        string words = PostForms.Words(await (await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative)).Page("/insight/gate"));
        Assert.Contains("children searched for type by type", words);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await market.App.SignedInAs(Role.ProviderBidder, market.Provider)).GetAsync(new Uri("/insight/gate", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Providers_asked_for_a_place_get_a_message_each()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        await Refer(officer, "C-20", "residential");
        HttpClient provider = await market.App.SignedInAs(Role.ProviderBidder, market.Provider);

        Assert.Contains("can you offer a place?", PostForms.Words(await provider.Page("/inbox")));
    }

    private Task<GateDecision> Ask(Actor officer, string child, decimal price) => market.App.Do((RecordDecision record) => record.Execute(
        officer, new AskedOption { ChildReference = child, ChildAge = 14, ServiceType = "residential", Urgency = Urgency.Planned, NeededBy = PortalApp.Start.AddDays(20), HomeUrn = GateMarket.Urn, Price = new Money(price), Weeks = 26 }, null, default));

    private Task<GateDecision> Night(Actor officer, string child) => market.App.Do((RecordDecision record) => record.Execute(
        officer, new AskedOption { ChildReference = child, ChildAge = 14, ServiceType = "residential", Urgency = Urgency.OutOfHours, HomeUrn = GateMarket.Urn, Price = new Money(7200m), Declaration = "The only bed." }, null, default));

    private Task<Referral> Refer(Actor officer, string child, params string[] types) => market.App.Do((SendReferral send) => send.Execute(
        officer, new ReferralNeed { ChildReference = child, ChildAge = 14, ServiceTypes = types, Urgency = "planned", NeededBy = PortalApp.Start.AddDays(30), WindowClosesAt = PortalApp.Start.AddDays(10) }, default));

    private Task<WatchedFigures> Figures() => market.App.WithDb(async (PortalDb db) =>
        await db.WatchedFigures(new InsightScope("West midlands", OrganisationKind.RegionalCooperative, market.Cooperative, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31)), default));
}
