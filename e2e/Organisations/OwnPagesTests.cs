using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;
using Portal.Tests.Furniture;

namespace Portal.E2E.Organisations;

/// <summary>An administrator's and a provider's own pages, at a desk and on a phone.</summary>
[Collection(nameof(Journeys))]
public sealed class OwnPagesTests(Chrome chrome)
{
    private static readonly string[] AdministratorPages = ["/today", "/accounts", "/inbox", "/organisations", "/organisations/west-midlands", "/organisations/people", "/organisations/people/invite", "/organisations/people/requests", "/accounts/recovery-codes", "/organisations/verifications", "/status", "/search?q=zz"];
    private static readonly string[] ProviderPages = ["/today", "/organisations/homes", "/organisations/homes/add"];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Own_pages_are_accessible_and_fit_the_screen(int width)
    {
        await using PortalApp portal = JourneyPortal.Open();
        Actor administrator = await portal.Someone(await portal.Organisation(), Role.Administrator);
        Actor provider = await portal.Someone(await portal.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        await portal.WithDb(async db =>
        {
            db.Add(ProviderHome.Register("SC900001", provider.Organisation, "Primrose House", "E10000031", ["residential"], 4, Judgement.Good));
            db.Add(Message.ToPerson(administrator.Person, "Something happened", "Read it.", "/today", portal.Clock.GetUtcNow()));
            await db.Save(Actor.Portal);
        });

        await using Visitor one = await Visitor.At(chrome, portal, width, administrator);
        foreach (string page in (string[])[.. AdministratorPages, $"/organisations/people/{administrator.Person.Value}"])
        {
            await one.Go(page);
        }

        await using Visitor other = await Visitor.At(chrome, portal, width, provider);
        foreach (string page in ProviderPages)
        {
            await other.Go(page);
        }

        Assert.Empty(one.Faults);
        Assert.Empty(other.Faults);
    }

    [Theory]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task A_provider_says_what_is_free_tonight_by_one_press(int width, bool scripts)
    {
        await using PortalApp portal = JourneyPortal.Open();
        Actor provider = await portal.Someone(await portal.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        await portal.WithDb(async db =>
        {
            db.Add(ProviderHome.Register("SC900001", provider.Organisation, "Primrose House", "E10000031", ["residential"], 4, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        await using Visitor visitor = await Visitor.At(chrome, portal, width, provider, scripts);

        await visitor.Go("/organisations/homes");
        await visitor.Press("3");

        await visitor.Reads("Saved");
        await visitor.Reads("1 free");
        Assert.Empty(visitor.Faults);
    }
}
