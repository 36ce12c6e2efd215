using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;
using Portal.Tests.Furniture;

namespace Portal.E2E.Accounts;

/// <summary>A person adds a passkey, signs in with it, and takes it away; the device is Chromium's virtual one.</summary>
[Collection(nameof(Journeys))]
public sealed class PasskeyTests(Chrome chrome)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task A_passkey_signs_in_without_a_password_until_it_is_removed()
    {
        await using PortalApp portal = JourneyPortal.Open();

        // A passkey belongs to a name, never to an address in numbers.
        Uri address = new UriBuilder(portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        Actor actor = await portal.Someone(await portal.Organisation(), Role.Legal);
        await portal.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            Account account = await accounts.Users.SingleAsync(a => a.Person == actor.Person);
            await accounts.AddPasswordAsync(account, Password);
        });
        await using Visitor visitor = await Visitor.At(chrome, portal, 320);
        System.Net.Cookie session = await portal.SessionOf(actor);
        await visitor.Page.Context.AddCookiesAsync([new Cookie { Name = session.Name, Value = session.Value, Url = address.ToString() }]);
        ICDPSession device = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });

        await visitor.Go(new Uri(address, "/accounts/passkeys").ToString());
        await visitor.Reads("You have no passkey yet");
        await visitor.Fill("Name of the passkey", "my phone");
        await visitor.Fill("Your password", "not the password");
        ILocator add = visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" });
        await add.ClickAsync();
        await visitor.Page.GetByText("The password is wrong").WaitForAsync();
        await visitor.Fill("Your password", Password);

        // The button takes no second press within a second.
        await visitor.Page.WaitForTimeoutAsync(1500);
        await add.ClickAsync();
        ILocator remove = visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove my phone" });
        await remove.WaitForAsync();

        await visitor.Page.Context.ClearCookiesAsync();
        await SignIn(visitor, address);
        await visitor.Page.WaitForURLAsync("**/today", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await visitor.Reads(actor.Name);

        await visitor.Go(new Uri(address, "/accounts/passkeys").ToString());
        await remove.ClickAsync();
        await visitor.Page.GetByText("You have no passkey yet").WaitForAsync();
        await visitor.Page.Context.ClearCookiesAsync();
        await SignIn(visitor, address);
        await visitor.Page.GetByText("The passkey is not known here").WaitForAsync();
        Assert.Empty(visitor.Faults);
    }

    private static async Task SignIn(Visitor visitor, Uri portal)
    {
        await visitor.Go(new Uri(portal, "/accounts/sign-in").ToString());
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in with a passkey" }).ClickAsync();
    }
}
