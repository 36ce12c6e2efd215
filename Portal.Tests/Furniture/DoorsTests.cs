using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>No page offers a link that refuses its own reader.</summary>
public sealed class DoorsTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/gate/check", Role.PlacementOfficer, true)]
    [InlineData("/gate/check?Form.HomeUrn=SC900001", Role.Finance, false)]
    [InlineData("/clients", Role.ProviderBidder, false)]
    [InlineData("/clients", Role.Administrator, true)]
    [InlineData("/tenders/WM-2026-0001/bids/1", Role.Commissioner, false)]
    [InlineData("/tenders/WM-2026-0001/draft/lots", Role.Legal, false)]
    [InlineData("/tenders/WM-2026-0001", Role.Director, true)]
    [InlineData("/tenders/ours", Role.Director, false)]
    [InlineData("https://www.gov.uk/", Role.Director, true)]
    [InlineData("#Form-Words", Role.Director, true)]
    public async Task A_door_is_open_to_the_roles_that_its_policies_name(string href, Role role, bool open)
    {
        Actor reader = await app.Someone(await app.Organisation(), role);

        Assert.Equal(open, await app.With(services => Task.FromResult(services.GetRequiredService<Doors>().Admit(reader, href))));
    }

    [Fact]
    public async Task Whoever_has_no_role_yet_may_follow_every_link_and_is_told_why_it_refuses()
    {
        Actor nobody = (await app.Someone(await app.Organisation(), Role.ProviderBidder)) with { Roles = new HashSet<Role>() };

        Assert.True(await app.With(services => Task.FromResult(services.GetRequiredService<Doors>().Admit(nobody, "/organisations/homes"))));
    }

    [Fact]
    public async Task A_link_that_would_refuse_stays_as_words()
    {
        HttpClient provider = await app.SignedInAs(await app.Someone(await app.Organisation("P-777", OrganisationKind.Provider), Role.ProviderBidder));
        HttpClient administrator = await app.SignedInAs(Role.Administrator);

        string page = await provider.Page("/developers");

        Assert.Contains("Connected systems", page);
        Assert.DoesNotContain("href=\"/clients\"", page);
        Assert.Contains("href=\"/clients\"", await administrator.Page("/developers"));
    }
}
