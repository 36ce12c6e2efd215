using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>An opener lets a passkey open the key beside the passphrase, rehearses it, and comes to the opening with it; the device is Chromium's virtual one, which makes secrets (PRF) as real ones do.</summary>
[Collection(nameof(PhoneJourneys))]
public sealed class OpenerPasskeyTests(Chrome chrome)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task An_opener_opens_with_a_passkey()
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), 320);
        await cast.Gather();
        await LastMinuteScene.Publish(cast);
        Visitor opener = await cast.Enter("opener one", Role.Opener);
        Uri home = await AtAName(cast, opener);
        await AddPasskey(opener, home);

        await opener.Go(new Uri(home, "/openings").ToString());
        await opener.Unfold("Open it with a passkey too");
        await opener.Page.Locator("#accept-passphrase").FillAsync(LastMinuteScene.Passphrase);
        await Ask(opener, "Let my passkey open it too");
        await opener.Page.GetByText("Your passkey opens your key from now on").WaitForAsync();
        await opener.Look();
        await Ask(opener, "Test it (with my passkey)");
        await opener.Page.GetByText("Your passkey works").WaitForAsync();

        cast.Portal.Clock.MoveTo(LastMinuteScene.Closes.AddMinutes(61));
        await opener.Go(new Uri(home, $"/tenders/{LastMinuteScene.Ref}/opening").ToString());
        await Ask(opener, "I am present (with my passkey)");
        await opener.Page.GetByText("One more person is needed").WaitForAsync();
        Actor second = cast.ActorOf("opener two");
        OpeningRecord? record = await cast.Portal.Do((AttendOpening attend) => attend.Execute(second, LastMinuteScene.Ref, LastMinuteScene.Passphrase, null, CancellationToken.None));

        Assert.True(record!.UnderSharedKey);
        Assert.Empty(opener.Faults);
    }

    // A passkey belongs to a name, never to an address in numbers.
    private static async Task<Uri> AtAName(Cast cast, Visitor opener)
    {
        Actor actor = cast.ActorOf("opener one");
        Uri home = new UriBuilder(cast.Portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        await cast.Portal.With(async services =>
        {
            UserManager<Account> accounts = services.GetRequiredService<UserManager<Account>>();
            await accounts.AddPasswordAsync(await accounts.Users.SingleAsync(a => a.Person == actor.Person), Password);
        });
        System.Net.Cookie session = await cast.Portal.SessionOf(actor);
        await opener.Page.Context.AddCookiesAsync([new Cookie { Name = session.Name, Value = session.Value, Url = home.ToString() }]);
        ICDPSession device = await opener.Page.Context.NewCDPSessionAsync(opener.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", ctap2Version = "ctap2_1", transport = "internal", hasResidentKey = true, hasUserVerification = true, hasPrf = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        return home;
    }

    private static async Task AddPasskey(Visitor opener, Uri home)
    {
        await opener.Go(new Uri(home, "/accounts/passkeys").ToString());
        await opener.Fill("Name of the passkey", "my phone");
        await opener.Fill("Your password", Password);
        await opener.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();
        await opener.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove my phone" }).WaitForAsync();
    }

    private static Task Ask(Visitor opener, string button) => opener.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();
}
