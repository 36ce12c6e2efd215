using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

public sealed class PricePagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Buyers_of_any_region_read_the_register_and_take_it_as_csv()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, core: 6123m);
        HttpClient buyer = await doors.As(Role.PlacementOfficer, doors.Stranger);

        Assert.Contains("£6,123.00", PostForms.Words(await buyer.Page($"/frameworks/register?q={doors.Urn}&serviceType=residential")), StringComparison.Ordinal);
        string csv = await buyer.GetStringAsync(new Uri($"/frameworks/register/csv?q={doors.Urn}", UriKind.Relative));
        Assert.Contains($"{doors.Urn},", csv, StringComparison.Ordinal);
        Assert.Contains("6123.00", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_and_a_partner_see_no_register()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        OrganisationId health = await app.Organisation("icb-1", OrganisationKind.HealthPartner);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.ProviderBidder, doors.Provider)).GetAsync(new Uri("/frameworks/register", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Commissioner, health)).GetAsync(new Uri("/frameworks/register", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Staff_of_a_councils_own_bidding_service_never_see_rivals_prices()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        OrganisationId own = await app.Organisation("OWN-1", OrganisationKind.OwnProvider, doors.Lead);
        Actor officer = await app.Someone(doors.Lead, Role.Commissioner);
        await app.WithDb(async db =>
        {
            Person person = await db.People.SingleAsync(p => p.Id == officer.Person);
            person.HoldRoles(own, [Role.ProviderBidder]);
            await db.Save(Actor.Portal);
        });
        HttpClient browser = await app.SignedInAs(officer);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(new Uri("/frameworks/register", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(new Uri("/frameworks/register/csv", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri(doors.HomePath, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_median_is_shown_from_five_providers_up()
    {
        await using PortalApp alone = new();
        FrameworkDoors doors = await FrameworkDoors.Open(alone, core: 6000m, provider: "P-1");
        for (int i = 2; i <= 4; i++)
        {
            await FrameworkDoors.Open(alone, core: 6000m + (i * 10m), provider: $"P-{i}");
        }

        await FrameworkDoors.Open(alone, core: 6900m, provider: "P-4");
        HttpClient buyer = await doors.As(Role.NccAnalyst, doors.Cooperative);
        Assert.Contains("Fewer than 5 providers", PostForms.Words(await buyer.Page("/frameworks/register")), StringComparison.Ordinal);
        await FrameworkDoors.Open(alone, core: 6100m, provider: "P-5");

        Assert.Contains("6 £6,035.00", PostForms.Words(await buyer.Page("/frameworks/register")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_asks_for_another_price_and_the_lead_decides()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        Assert.Contains("£6,100.00", PostForms.Words(await provider.Page("/frameworks/own")), StringComparison.Ordinal);
        (string, string)[] fields = [("Form.Core", "£6,250"), ("Form.From", "2027-04-01"), ("Form.OneToOneHour", "28.50"), ("Asked.Because", "Pay award")];

        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm(doors.HomePath + "/price", fields)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await provider.PostForm(doors.HomePath + "/price", fields)).StatusCode);

        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(doors.HomePath, doors.HomePath + "/prices/2", [("Decision.Approve", "true"), ("Decision.Reason", "Within the index")])).StatusCode);
        HomeAdmission home = await doors.Home();
        Assert.Equal((new Money(6250m), (Money?)new Money(28.5m)), (home.ScheduleOn(new DateOnly(2027, 4, 1))!.Terms.Core, home.ScheduleOn(new DateOnly(2027, 4, 1))!.Terms.OneToOneHour));
        Assert.Equal(new DateOnly(2027, 3, 31), home.Schedules.Single(s => s.Number == 1).To);
    }

    [Fact]
    public async Task A_price_above_the_ceiling_is_refused_with_the_ceiling_named()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);

        HttpResponseMessage refused = await provider.PostForm(doors.HomePath + "/price", ("Form.Core", "6900.01"), ("Form.From", "2027-04-01"), ("Asked.Because", "Pay award"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("£6,900.00", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_puts_a_further_home_forward_on_a_lot_it_was_admitted_to()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        await app.WithDb(async db =>
        {
            db.Add(ProviderHome.Register($"SC8{doors.Urn[3..]}", doors.Provider, "Second House", "E08000026", ["residential"], 3, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        string address = $"/frameworks/{doors.Ref}/lots/1/put-forward";

        HttpResponseMessage put = await provider.PostForm(address, ("Home.Urn", $"SC8{doors.Urn[3..]}"), ("Form.Core", "6000"), ("Form.From", "2026-12-01"));

        Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);
        Assert.Contains("Not yet seen", PostForms.Words(await provider.Page(put.Headers.Location!.ToString())), StringComparison.Ordinal);
        HttpClient rival = await doors.As(Role.ProviderBidder, await app.Organisation("P-779", OrganisationKind.Provider));
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_sign_up_page_lists_homes_of_the_area_that_have_not_joined()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        await app.WithDb(async db =>
        {
            db.Add(ProviderHome.Register($"SC7{doors.Urn[3..]}", doors.Provider, "Shy House", "E08000026", ["residential"], 3, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        HttpClient buyer = await doors.As(Role.Commissioner, doors.Lead);

        string words = PostForms.Words(await buyer.Page("/frameworks/sign-up"));

        Assert.Contains($"SC7{doors.Urn[3..]}", words, StringComparison.Ordinal);
        Assert.DoesNotContain(doors.Urn, words, StringComparison.Ordinal);
    }
}
