using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.Referrals;

/// <summary>Who is asked for a place: the authority's own services beside the framework's providers, of every suitable type, at the same instant.</summary>
public sealed class EligibleProvidersTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_authoritys_own_services_are_asked_in_parallel_with_the_frameworks_providers_and_other_councils_are_not()
    {
        OrganisationId own = await Service("E10000031-own", market.Warwickshire, "SC900011", "fostering");
        OrganisationId otherType = await Service("E10000031-day", market.Warwickshire, "SC900012", "shortBreak");
        OrganisationId elsewhere = await Service("E06000001-own", market.Hartlepool, "SC900013", "fostering");
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);

        Referral sent = await market.App.Do((SendReferral send) => send.Execute(
            officer, new ReferralNeed { ChildReference = "C-4711", ChildAge = 14, ServiceTypes = ["residential", "fostering"], Urgency = "planned", NeededBy = PortalApp.Start.AddDays(20), WindowClosesAt = PortalApp.Start.AddDays(2) }, default));

        Assert.Equal(new[] { market.Provider.Value, own.Value }.Order(), sent.Recipients.Select(r => r.Provider.Value).Order());
        Assert.DoesNotContain(sent.Recipients, r => r.Provider == otherType || r.Provider == elsewhere);
        Assert.Single(sent.Recipients.Select(r => r.SentAt).Distinct());
        Assert.Equal(2, await market.App.WithDb(db => db.Messages.CountAsync(m => m.Link == $"/referrals/{sent.Ref}/answer" && m.Role == Role.ProviderBidder)));
    }

    [Fact]
    public async Task A_need_known_since_a_day_to_come_is_refused_and_one_known_before_is_kept()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        (string, string)[] Form(string day) =>
        [
            ("Form.ChildReference", "C-4711"), ("Form.ChildAge", "14"), ("Form.ServiceTypes", "residential"), ("Form.Urgency", "Planned"),
            ("Form.NeededBy.Day", "20"), ("Form.NeededBy.Month", "12"), ("Form.NeededBy.Year", "2026"), ("Form.NeededBy.Time", "09:00"),
            ("Form.KnownSince.Day", day), ("Form.KnownSince.Month", "11"), ("Form.KnownSince.Year", "2026"), ("Form.KnownSince.Time", "09:00"),
            ("Form.WindowClosesAt.Day", "25"), ("Form.WindowClosesAt.Month", "11"), ("Form.WindowClosesAt.Year", "2026"), ("Form.WindowClosesAt.Time", "17:00"),
        ];

        HttpResponseMessage refused = await officer.PostForm("/referrals/new", Form("30"));
        HttpResponseMessage sent = await officer.PostForm("/referrals/new", Form("2"));

        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("cannot have been known since a day to come", PostForms.Words(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Contains("Known since", PostForms.Words(await officer.Page(sent.Headers.Location!.ToString())), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), await market.App.WithDb(db => db.Referrals.Select(r => r.KnownSince).SingleAsync()));
    }

    private async Task<OrganisationId> Service(string code, OrganisationId authority, string urn, string type)
    {
        OrganisationId service = await market.App.Organisation(code, OrganisationKind.OwnProvider, authority);
        await market.App.WithDb(async db =>
        {
            db.Add(ProviderHome.Register(urn, service, "Own service", "E10000031", [type], 3, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        return service;
    }
}
