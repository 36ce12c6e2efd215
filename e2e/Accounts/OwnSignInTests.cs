using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;
using Portal.Tests.Furniture;

namespace Portal.E2E.Accounts;

/// <summary>A council's staff sign in through the council's own OpenID provider, in a real browser.</summary>
[Collection(nameof(Journeys))]
public sealed class OwnSignInTests(Chrome chrome)
{
    [Fact]
    public async Task Invited_staff_come_in_through_their_council_and_strangers_do_not()
    {
        await using CouncilSignIn council = new();
        await using PortalApp portal = new();
        council.Introduce(portal, "council-a");
        portal.UseKestrel(0);
        portal.StartServer();
        Uri address = new UriBuilder(portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        await council.Start(address);
        OrganisationId organisation = await portal.Organisation("council-a", OrganisationKind.Authority);
        Actor legal = await portal.Someone(organisation, Role.Legal);
        Actor elsewhere = await portal.Someone(await portal.Organisation(), Role.Legal);

        await using (Visitor visitor = await Visitor.At(chrome, portal, 1280))
        {
            await Enter(visitor, address, await NameOf(portal, legal));
            await visitor.Reads(legal.Name);
            Assert.EndsWith("/today", visitor.Page.Url, StringComparison.Ordinal);
            Assert.Empty(visitor.Faults);
            foreach (string own in (string[])["/accounts/passkeys", "/accounts/second-factor/renew"])
            {
                IResponse? refused = await visitor.Page.GotoAsync(new Uri(address, own).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
                Assert.Equal(403, refused?.Status);
            }
        }

        Assert.Equal(1, await portal.WithDb(db => db.UserLogins.CountAsync()));
        foreach (string stranger in (string[])["somebody", "unchecked", await NameOf(portal, elsewhere)])
        {
            await using Visitor visitor = await Visitor.At(chrome, portal, 1280);
            await Enter(visitor, address, stranger);
            await visitor.Reads("nobody has invited that person");
            await visitor.Go(new Uri(address, "/accounts/sign-in").ToString());
        }

        Assert.Equal(1, await portal.WithDb(db => db.UserLogins.CountAsync()));
    }

    private static async Task<string> NameOf(PortalApp portal, Actor actor) =>
        (await portal.WithDb(db => db.People.SingleAsync(p => p.Id == actor.Person))).Email.Split('@')[0];

    private static async Task Enter(Visitor visitor, Uri portal, string name)
    {
        await visitor.Go(new Uri(portal, "/accounts/sign-in").ToString());
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sign in with Invented Council" }).ClickAsync();
        await visitor.Page.Locator("input[name=login]").FillAsync(name);
        await visitor.Page.Locator("input[name=password]").FillAsync("any");
        await visitor.Page.Locator("button[type=submit]").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(url => new Uri(url).Port == portal.Port && !url.Contains("/answer", StringComparison.Ordinal), new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.Locator("main").WaitForAsync();
    }
}
